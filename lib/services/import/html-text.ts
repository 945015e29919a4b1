const blocks = new Set(
  "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const unread = new Set(
  "audio button canvas embed head iframe input math noscript object script select style svg template textarea title video".split(
    " ",
  ),
);
const [elementNode, textNode] = [1, 3];

/**
 * The text of an HTML element: an empty line between blocks, a line feed for `<br>`, white space
 * run together as browsers do. Walks without recursion, as deep as a page goes.
 */
export function textOfHtml(root: Node): string {
  const paragraphs: string[] = [];
  let line = "";
  const endBlock = () => {
    const text = line
      .split("\n")
      .map((part) => part.replace(/[ \t\f\r]+/g, " ").replace(/^ | $/g, ""))
      .filter((part) => part !== "")
      .join("\n");
    if (text !== "") paragraphs.push(text);
    line = "";
  };
  const waiting: (Node | "end")[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === "end") {
      endBlock();
      continue;
    }
    if (node.nodeType === textNode) line += (node.nodeValue ?? "").replace(/[ \t\n\f\r]+/g, " ");
    if (node.nodeType !== elementNode) continue;
    const name = node.nodeName.toLowerCase();
    if (unread.has(name)) continue;
    if (name === "br") line += "\n";
    if (name === "td" || name === "th") line += " ";
    if (blocks.has(name)) {
      endBlock();
      waiting.push("end");
    }
    waiting.push(...Array.from(node.childNodes).reverse());
  }
  endBlock();
  return paragraphs.join("\n\n");
}
