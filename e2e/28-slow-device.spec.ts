import { expect, test } from "@playwright/test";

import { AnnotatePage } from "./fixtures/annotate-page";
import { ok } from "./fixtures/http";
import { body, openMarked, openNew } from "./fixtures/open-new";

test("storage that doesn't answer for a while is said, and holds nothing up for good", async ({
  page,
  baseURL,
}) => {
  const { annotate } = await openNew(page, baseURL, "Unread");
  await annotate.expectSaved();
  await page.evaluate(() => {
    const getAll = Object.getOwnPropertyDescriptor(IDBIndex.prototype, "getAll");
    document.documentElement.dataset.reads = "fail";
    IDBIndex.prototype.getAll = function (this: IDBIndex, ...given: unknown[]): unknown {
      const isFailing = document.documentElement.dataset.reads === "fail";
      if (isFailing) throw new DOMException("no answer", "UnknownError");
      return Reflect.apply(getAll?.value as () => unknown, this, given);
    } as IDBIndex["getAll"];
  });
  await annotate.tag("reckless", "Loaded");
  await expect(annotate.saveState()).toHaveText(
    "This device's storage doesn't answer: 1 change on this device, trying again",
  );
  await page.evaluate(() => delete document.documentElement.dataset.reads);
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans()).toHaveCount(1);
});

type Stored = { spans: { id: string; quote: string; tagId: string }[] };

test("what is marked while a layer is being read again is neither lost nor doubled", async ({
  page,
  baseURL,
}) => {
  const mark = { start: body.indexOf("reckless"), quote: "reckless", tagId: "LOADED" };
  const { annotate, person, path } = await openMarked(page, baseURL, "Read again", [mark]);
  const [span] = (await ok<Stored>(person.get(path))).spans;
  const operation = { id: crypto.randomUUID(), kind: "retag", spanId: span?.id, baseRevision: 1 };
  const data = { operations: [{ ...operation, tagId: "EMPHASIS" }] };
  await ok(person.post(`${path}/operations`, { data }));

  let [arrive, letThrough] = [() => {}, () => {}];
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const isLetThrough = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(`**${path}`, async (route) => {
    // The layer as it was before the next mark, told after it.
    const response = await route.fetch();
    arrive();
    await isLetThrough;
    await route.fulfill({ response });
  });
  await page.locator("mark", { hasText: "reckless" }).click();
  await page.keyboard.press("t");
  await annotate.choose("Label");
  await arrived;
  const saved = page.waitForResponse("**/operations");
  await annotate.tag("slammed", "Loaded");
  await saved;
  await expect(annotate.spans()).toContainText(["Label", "slammed"]);
  letThrough();
  await expect(annotate.spans()).toContainText(["Emphasis", "slammed"]);
  await expect(annotate.spans()).toHaveCount(2);
  expect((await ok<Stored>(person.get(path))).spans).toMatchObject([
    { quote: "reckless", tagId: "EMPHASIS" },
    { quote: "slammed" },
  ]);
});

test("what another page sends while an article is being opened is there", async ({
  context,
  baseURL,
}) => {
  const page = await context.newPage();
  const { annotate, title } = await openNew(page, baseURL, "Opened meanwhile");
  await page.route("**/operations", (route) => route.abort());
  // As in a crash, what could be undone goes with the page.
  await page.evaluate(() => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put");
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: object): unknown {
      if ("history" in value) return this.count();
      return Reflect.apply(put?.value as () => unknown, this, [value]);
    } as IDBObjectStore["put"];
  });
  await annotate.tag("slammed", "Loaded");
  await expect(annotate.saveState()).toContainText("1 change on this device");
  await page.close();

  const queue = await context.newPage();
  let send = () => {};
  const isSent = new Promise<void>((resolve) => (send = resolve));
  await queue.route("**/operations", async (route) => {
    await isSent;
    await route.continue();
  });
  await queue.route(/\/annotate\/[^/]+\?.*_rsc/, async (route) => {
    if ("next-router-prefetch" in route.request().headers()) return route.continue();
    // Made before the queue has sent the change, and there after it.
    const response = await route.fetch();
    const answered = queue.waitForResponse("**/operations");
    send();
    await answered;
    await expect(queue.getByText("1 change waits on this device")).toBeHidden();
    return route.fulfill({ response });
  });
  await queue.goto("/annotate");
  await queue.getByRole("link", { name: new RegExp(title) }).click();
  const again = new AnnotatePage(queue);
  await expect(again.spans()).toContainText(["slammed"]);
  await again.expectSaved();
});
