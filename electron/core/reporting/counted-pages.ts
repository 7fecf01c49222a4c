import type { Page } from '../../../shared/papers/lay-out.ts';

/** A list that tells page numbers behind itself counts its own pages, so that it is made until they are as many as it says. */
export function countedPages(make: (own: number) => Page[]): Page[] {
  let pages = make(1);
  for (let times = 0; times < 4; times++) {
    const again = make(pages.length);
    if (again.length === pages.length) return again;
    pages = again;
  }
  return pages;
}
