// A sheet at the side, for one row. Escape closes it, and the focus goes back to where it was.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../shared/parts';

export function Sheet({ title, close, children }: { title: string; close: () => void; children: ComponentChildren }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <dialog class="drawer" ref={box} aria-label={title} onCancel={(event) => {
      event.preventDefault();
      close();
    }} onClick={(event) => event.target === box.current && close()}>
      <div class="inner">
        <div class="spread">
          <h2>{title}</h2>
          <button class="button icon plain" onClick={close} aria-label="Close"><Icon name="close" /></button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
