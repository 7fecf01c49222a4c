import { ipcRenderer, webFrame } from 'electron';
import { pageOrigin, portOffered, portWanted } from '../../shared/hosting/desktop-messages.ts';
import { textSizeAsked } from '../../shared/hosting/text-size.ts';

/** The page's window, as far as this script uses it; electron/ compiles without the DOM. */
declare const window: {
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: string, origin: string, ports: readonly unknown[]): void;
};

window.addEventListener('message', ({ source, data }) => {
  const size = source === window ? textSizeAsked(data) : undefined;
  if (size !== undefined) webFrame.setZoomFactor(size / 100);
});

let asked = false;

window.addEventListener('message', (event) => {
  if (asked || event.source !== window || event.data !== portWanted) return;
  asked = true;
  ipcRenderer.once(portOffered, (offer) => window.postMessage(portOffered, pageOrigin, offer.ports));
  ipcRenderer.send(portWanted);
});
