import { useQuery } from '@tanstack/react-query';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useNotices } from '../ui/messages.tsx';
import { useRefresh } from './refreshes.ts';
import { navigate, useClient, useOnlyLooking, useRegister } from './session.tsx';
import { useOpenRegister } from './use-open-register.ts';
import { useShowRegister } from './use-show-register.ts';

export function RegisterMenu({ newRegister }: { newRegister: () => void }) {
  const client = useClient();
  const current = useRegister();
  const frozen = useOnlyLooking() !== null;
  const show = useShowRegister();
  const notices = useNotices();
  const info = useQuery({ queryKey: ['app'], queryFn: () => client.app.info(), staleTime: Infinity });
  const recent = useQuery({ queryKey: ['recent'], queryFn: () => client.registers.recent() });
  const others = (recent.data ?? []).filter(({ file }) => file !== current.file).slice(0, 8);

  const refresh = useRefresh();
  const open = useOpenRegister();
  const close = async (): Promise<void> => {
    try {
      await client.registers.close();
      show(null);
    } catch (error) {
      notices.refused(error, '关闭登记册');
    }
  };

  return (
    <MenuButton
      type="text"
      aria-label="登记册：打开、新建、刷新、关闭"
      placement="bottomRight"
      items={[
        ...(info.data?.hasDialogs ? [{ key: 'open', label: '打开登记册……', onClick: () => void open(() => client.registers.open({})) }] : []),
        ...(others.length > 0
          ? [{ key: 'recent', type: 'group' as const, label: '最近用过的', children: others.map(({ ref, name, file }) => ({ key: ref, label: name, title: file, onClick: () => void open(() => client.registers.open({ ref })) })) }]
          : []),
        { key: 'new', label: '新建登记册……', onClick: newRegister },
        { key: 'refresh', label: '刷新画面', extra: 'F5', onClick: refresh },
        ...(current.inspection || frozen ? [] : [{ key: 'inspect', label: '迎检……', onClick: () => navigate({ screen: 'checks', part: 'inspections' }) }]),
        { type: 'divider' as const },
        { key: 'close', label: '关闭登记册', onClick: () => void close() },
      ]}
    >
      登记册 ▾
    </MenuButton>
  );
}
