import { placeFolder } from '../src/core/sites/findSite';
import type { FoundAround, Placed, SiteChoice } from '../src/core/sites/findSite';

/** Places one report in its site. */
export async function placeReport(
  found: FoundAround | null,
  path: string,
  choice: SiteChoice,
): Promise<Placed> {
  return (await placeFolder(found, path.slice(0, path.lastIndexOf('/') + 1), choice))(path);
}
