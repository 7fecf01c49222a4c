/** Prints the page in a frame. Pages that nobody has scrolled to are laid out for the printer alone, so that every face is fetched before. */
export async function printFrame(frame: HTMLIFrameElement | null): Promise<void> {
  const { contentDocument, contentWindow } = frame ?? {};
  if (!contentDocument || !contentWindow) return;
  await Promise.all([...contentDocument.fonts].map((face) => face.load()));
  contentWindow.print();
}
