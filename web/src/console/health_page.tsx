// Whether the server is well, asked every few seconds, and how many rows the caller may read of each entity.
import { useEffect, useState } from 'preact/hooks';
import { type Caller, type Session, callerName } from '../shared/client';
import type { Entity, Model } from './model';
import { count } from './rows';

const kEvery = 5000;

interface Probe {
  path: string;
  label: string;
  answer: string;
  good: boolean;
  milliseconds: number;
}

async function probe(path: string, label: string): Promise<Probe> {
  const began = performance.now();
  const milliseconds = () => performance.now() - began;
  try {
    const reply = await fetch(path, { cache: 'no-store', credentials: 'omit' });
    return { path, label, answer: (await reply.text()).trim(), good: reply.ok, milliseconds: milliseconds() };
  } catch {
    return { path, label, answer: 'no answer', good: false, milliseconds: milliseconds() };
  }
}

export function HealthPage({ model, session, caller }: { model: Model; session: Session; caller: Caller }) {
  const [probes, setProbes] = useState<Probe[]>([]);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const all = await Promise.all([probe('/healthz', 'The process lives'), probe('/readyz', 'It takes requests')]);
      if (current) setProbes(all);
    };
    void look();
    const timer = setInterval(look, kEvery);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, []);
  return (
    <main id="main" tabIndex={-1} class="page">
      <div class="head">
        <div>
          <h1>Health</h1>
          <p class="muted">
            Bedplate {session.version}, {session.development ? 'in development' : 'in production'}. Asked every five seconds.
          </p>
        </div>
      </div>
      <div class="cards">
        {probes.map((each) => (
          <div class="card">
            <div class="spread"><b>{each.label}</b><span class={`tag ${each.good ? 'good' : 'bad'}`}>{each.answer}</span></div>
            <div class="muted small"><code>{each.path}</code> in {each.milliseconds.toFixed(1)} ms</div>
          </div>
        ))}
      </div>
      <h2 class="above">Rows that {callerName(caller)} may read</h2>
      <div class="cards">
        {model.entities.map((entity) => <Count key={entity.resource} entity={entity} caller={caller} />)}
      </div>
    </main>
  );
}

function Count({ entity, caller }: { entity: Entity; caller: Caller }) {
  const [rows, setRows] = useState<number | string>('…');
  useEffect(() => {
    let current = true;
    count(entity.resource, caller).then((found) => current && setRows(found), () => current && setRows('none'));
    return () => void (current = false);
  }, [entity, caller]);
  return (
    <a class="card" href={`#/rows/${entity.resource}`}>
      <span class="muted small">{entity.name}</span>
      <span class="big">{rows}</span>
    </a>
  );
}
