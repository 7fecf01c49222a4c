const face = (fontsUrl: string, family: string, file: string, weight: number): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url("${fontsUrl.replaceAll('"', '%22').replaceAll('<', '%3C')}${file}") format("truetype");font-display:swap}`;

/** Run in the page before it is printed: every face is there, also one that stands on pages alone which no screen has shown yet. */
export const fontsLoaded = 'Promise.all([...document.fonts].map((face) => face.load())).then(() => true)';

/** Song for what is said, Hei for heads, as an office's papers have them. `fontsUrl` is a prefix that ends in "/". */
export const fontFaces = (fontsUrl: string): string =>
  [
    face(fontsUrl, 'MC Song', 'NotoSerifSC-Regular.ttf', 400),
    face(fontsUrl, 'MC Song', 'NotoSerifSC-Bold.ttf', 700),
    face(fontsUrl, 'MC Hei', 'NotoSansSC-Regular.ttf', 400),
    face(fontsUrl, 'MC Hei', 'NotoSansSC-Bold.ttf', 700),
  ].join('\n');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
/** A text of several lines as HTML. */
export const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');
