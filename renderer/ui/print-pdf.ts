let last: HTMLIFrameElement | null = null;

/** Opens the browser's own print dialog for a PDF. The frame stays until the next printing: the dialog reads from it as long as it stands. */
export function printPdf(file: Blob): Promise<void> {
  last?.remove();
  const frame = document.createElement('iframe');
  const address = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
  frame.title = '打印';
  frame.className = 'print-frame';
  frame.src = address;
  last = frame;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      frame.contentWindow?.focus();
      frame.contentWindow?.print();
      setTimeout(() => URL.revokeObjectURL(address), 600_000);
      resolve();
    });
    document.body.append(frame);
  });
}
