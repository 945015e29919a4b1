import { noSuchAddress } from "@/lib/server/no-such-address";

export {
  noSuchAddress as DELETE,
  noSuchAddress as GET,
  noSuchAddress as OPTIONS,
  noSuchAddress as PATCH,
  noSuchAddress as POST,
  noSuchAddress as PUT,
};
