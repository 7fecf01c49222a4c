import { Button } from 'antd';
import { useRef } from 'react';
import { takenFiles } from './taken-files.ts';

/** One file to be chosen, and which one is. */
export function ChooseFile({ word, file, choose }: { word: string; file: File | null; choose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span>
      <input
        ref={input}
        type="file"
        hidden
        accept={takenFiles}
        aria-label={word}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) choose(chosen);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{word}……</Button> <span className="quiet">{file?.name ?? '未选'}</span>
    </span>
  );
}
