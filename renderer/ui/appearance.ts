import { create } from 'zustand';
import { pageOrigin } from '../../shared/hosting/desktop-messages.ts';
import { type TextSize, textSizes, textSizeWanted } from '../../shared/hosting/text-size.ts';

const key = 'mingce.appearance';

interface Appearance {
  readonly size: TextSize;
  readonly contrast: 'usual' | 'high';
  readonly set: (part: Partial<Pick<Appearance, 'size' | 'contrast'>>) => void;
}

/** The window itself can be made larger only by its own program; a browser has its own keys for it, and remembers. */
export const canResizeText = location.origin === pageOrigin;

function kept(): Pick<Appearance, 'size' | 'contrast'> {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    const [size, contrast] = typeof said === 'object' && said !== null ? ['size' in said ? said.size : 100, 'contrast' in said ? said.contrast : 'usual'] : [100, 'usual'];
    return { size: textSizes.find((each) => each === size) ?? 100, contrast: contrast === 'high' ? 'high' : 'usual' };
  } catch {
    return { size: 100, contrast: 'usual' };
  }
}

function apply({ size, contrast }: Pick<Appearance, 'size' | 'contrast'>): void {
  document.documentElement.dataset['contrast'] = contrast;
  if (canResizeText) window.postMessage(textSizeWanted(size), location.origin);
}

/** How large and how sharp this user has the window, on this machine. */
export const useAppearance = create<Appearance>()((set, get) => ({
  ...kept(),
  set(part) {
    set(part);
    const { size, contrast } = get();
    localStorage.setItem(key, JSON.stringify({ size, contrast }));
    apply({ size, contrast });
  },
}));

/** Called once, before anything is drawn. */
export const applyAppearance = (): void => apply(useAppearance.getState());
