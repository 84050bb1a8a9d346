// In production: the key that opens the console. It is kept in this page's memory alone.
import { useState } from 'preact/hooks';
import { Failure } from '../shared/parts';
import { Refusal } from '../shared/client';

export function KeyPage({ error, enter }: { error: unknown; enter: (key: string) => Promise<void> }) {
  const [key, setKey] = useState('');
  const [tried, setTried] = useState(false);
  const local = error instanceof Refusal && error.problem.reason === 'FORBIDDEN' && !tried;
  return (
    <form class="key" onSubmit={(event) => {
      event.preventDefault();
      setTried(true);
      void enter(key);
    }}>
      <h1>Console</h1>
      <p class="muted">
        It opens with an API key that has the scope <code>bedplate:admin</code>. What you see and change are the rows
        that this key's roles allow.
      </p>
      <label class="stack">
        API key
        <input class="field" type="password" autocomplete="off" value={key} autoFocus placeholder="bp_…"
          onInput={(event) => setKey(event.currentTarget.value.trim())} />
      </label>
      <button class="button primary" disabled={!key}>Open</button>
      {(tried || local) && <Failure error={error} />}
      <pre class="code">bedplate admin key create --scope bedplate:admin --roles …</pre>
    </form>
  );
}
