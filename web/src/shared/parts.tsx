// The small pieces of both pages: brand, icons, the theme's button, JSON in colours, notices.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Refusal, type Caller, type Session, callerName, kNobody } from './client';
import { useTheme } from './theme';

const kIcons = {
  sun: 'M8 3V1M8 15v-2M3 8H1M15 8h-2M4.5 4.5 3.1 3.1M12.9 12.9l-1.4-1.4M4.5 11.5l-1.4 1.4M12.9 3.1l-1.4 1.4M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  moon: 'M13.5 9.7A5.8 5.8 0 0 1 6.3 2.5a5.8 5.8 0 1 0 7.2 7.2Z',
  person: 'M11 5a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM2.5 14c.6-2.8 2.8-4.5 5.5-4.5s4.9 1.7 5.5 4.5',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8Z',
  check: 'm3 8.5 3.2 3.2L13 4.5',
  close: 'm4 4 8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  link: 'M6 3.5H3.5v9h9V10M9 3.5h3.5V7M12.5 3.5 7 9',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.5V5h-2.5',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
};
export type IconName = keyof typeof kIcons;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={kIcons[name]} />
    </svg>
  );
}

export function Brand({ where, href }: { where: string; href: string }) {
  return (
    <a class="brand" href={href}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--accent)" />
        <path d="M7 21h18M9 16h14M11 11h10" stroke="#fff" stroke-width="2.6" stroke-linecap="round" />
      </svg>
      Bedplate <span class="where">{where}</span>
    </a>
  );
}

export function ThemeButton() {
  const [theme, toggle] = useTheme();
  const label = theme === 'dark' ? 'Use light colours' : 'Use dark colours';
  return (
    <button class="button icon plain" onClick={toggle} aria-label={label} title={label}>
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}

export function CopyButton({ text }: { text: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), 1200);
  };
  return (
    <button class="button tiny plain" onClick={copy} aria-label={done ? 'Copied' : 'Copy'} title="Copy">
      <Icon name={done ? 'check' : 'copy'} />
    </button>
  );
}

const kToken = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

/** JSON in colours; any other text as it is. */
export function Json({ text, label }: { text: string; label: string }) {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const match of text.matchAll(kToken)) {
    pieces.push(text.slice(at, match.index));
    const kind = match[1] ? (match[2] ? 'k' : 's') : match[3] ? 'w' : 'n';
    pieces.push(<span class={kind}>{match[1] ?? match[0]}</span>, match[2] ?? '');
    at = match.index + match[0].length;
  }
  pieces.push(text.slice(at));
  return (
    <pre class="code" tabIndex={0} role="region" aria-label={label}>
      {pieces}
    </pre>
  );
}

export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

export function Failure({ error }: { error: unknown }) {
  if (!(error instanceof Refusal)) return <div class="notice bad" role="alert">{String(error)}</div>;
  const { problem } = error;
  return (
    <div class="notice bad" role="alert">
      <strong>{problem.detail}</strong>
      {problem.hint && <div>{problem.hint}</div>}
      {problem.errors?.map((each) => <div>{[each.field ?? each.path, each.message].filter(Boolean).join(': ')}</div>)}
    </div>
  );
}

/** Whom the page's requests are made as, chosen in a sheet below a button. */
export function CallerChooser(props: { session: Session | null; caller: Caller; set: (caller: Caller) => void; verb: string }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(props.caller);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    setDraft(props.caller);
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) {
        setOpen(false);
        if (event instanceof KeyboardEvent) button.current?.focus();
      }
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', leave);
    };
  }, [open]);
  const development = props.session?.development ?? false;
  const change = (part: Partial<Caller>) => setDraft({ ...draft, ...part });
  const use = (caller: Caller) => {
    props.set(caller);
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="identity" ref={box}>
      <button class="button" ref={button} aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
        <Icon name="person" />
        {props.verb} {callerName(props.caller)}
      </button>
      {open && (
        <form class="sheet" role="dialog" aria-label="Whom to act as" onSubmit={(event) => {
          event.preventDefault();
          use(draft);
        }}>
          {development ? (
            <>
              <label class="stack">
                Role
                <select class="field" value={draft.role} onChange={(event) => change({ role: event.currentTarget.value, token: '' })}>
                  <option value="">none</option>
                  {props.session?.roles?.map((role) => <option>{role}</option>)}
                </select>
              </label>
              <label class="stack">
                Id, as rules see it in auth.id
                <input class="field" value={draft.id} autoFocus onInput={(event) => change({ id: event.currentTarget.value, token: '' })} />
              </label>
              <label class="stack">
                Tenant
                <input class="field" value={draft.tenant} onInput={(event) => change({ tenant: event.currentTarget.value, token: '' })} />
              </label>
            </>
          ) : (
            <label class="stack">
              Token or API key
              <textarea class="field" rows={4} value={draft.token} autoFocus spellcheck={false}
                onInput={(event) => change({ token: event.currentTarget.value.trim() })} />
            </label>
          )}
          <div class="spread">
            <button type="button" class="button plain" onClick={() => use(kNobody)}>Anonymous</button>
            <button class="button primary">Use</button>
          </div>
        </form>
      )}
    </div>
  );
}

/** The part of the address behind its #, and the way to change it. */
export function useHash(): [string, (next: string) => void] {
  const read = () => decodeURI(location.hash.slice(1));
  const [hash, set] = useState(read());
  useEffect(() => {
    const follow = () => set(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [hash, (next) => (location.hash = next)];
}
