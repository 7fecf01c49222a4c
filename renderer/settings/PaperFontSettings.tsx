import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { fontChoices, fontWords, type FontChoice } from '../../shared/hosting/print-order.ts';
import { useClient, useRefreshRegister } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';

/** The fonts of papers on this machine: those that come with the program, or its own 仿宋 and 黑体. */
export function PaperFontSettings() {
  const id = useId();
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const fonts = useQuery({ queryKey: ['paperFonts'], queryFn: () => client.printing.fonts() });
  const choose = async (next: FontChoice): Promise<void> => {
    try {
      await client.printing.chooseFonts({ fonts: next });
      await refresh();
    } catch (error) {
      notices.refused(error, '换纸上的字体');
    }
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>纸上的字体</h2>
      {fonts.isError || !fonts.data ? <Reading of={fonts} what="字体" /> : (
        <>
          <span className="switch settings-switch" role="group" aria-labelledby={`${id}-title`}>
            {fontChoices.map((each) => <button key={each} type="button" disabled={each === 'machine' && !fonts.data.onMachine && fonts.data.chosen !== 'machine'} aria-pressed={each === fonts.data.chosen} onClick={() => void choose(each)}>{fontWords[each]}</button>)}
          </span>
          <p className="quiet settings-note">
            {fonts.data.onMachine ? '上墙表、报表、档案都用选的字体。换了字体，排在第几页、每页几行都不变；仿宋、黑体里没有的生僻字用随程序带的字体补上。' : fonts.data.chosen === 'machine' ? '选的是仿宋和黑体，这台电脑上现在没有找到，先用随程序带的字体印。' : '这台电脑上没有找到仿宋和黑体，所以只能用随程序带的。Windows 里装上以后可以选。'}只管这台电脑。
          </p>
        </>
      )}
    </section>
  );
}
