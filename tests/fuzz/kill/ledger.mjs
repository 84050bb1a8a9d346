// What the database must hold, known outside the program: the rows after every acknowledged write, and the writes that
// were under way when the program was killed, each of which may have happened whole or not at all.
import assert from 'node:assert/strict';

const text = (row) => (row === undefined || row === null ? 'none' : JSON.stringify(row));
const shown = (row) => text(row).slice(0, 150);
const same = (one, other) => text(one) === text(other);

export class Ledger {
  entries = new Map();
  counters = new Map();
  pending = [];
  tally = { acknowledged: 0, refused: 0, happened: 0, vanished: 0 };

  apply({ rows = [], adds = [] }) {
    for (const [id, row] of rows) {
      if (row === null) this.entries.delete(id);
      else this.entries.set(id, row);
    }
    for (const [id, amount] of adds) this.counters.set(id, this.counters.get(id) + amount);
  }

  acknowledge(write) {
    this.tally.acknowledged += 1;
    this.apply(write);
  }

  /** Compares with {entries, counters} as found after a crash, and goes on from there. */
  settle(found) {
    for (const write of this.pending.filter((each) => each.rows)) this.#decide(write, found.entries);
    for (const id of new Set([...this.entries.keys(), ...found.entries.keys()]))
      assert.ok(same(this.entries.get(id), found.entries.get(id)),
        `entry ${id}: acknowledged ${shown(this.entries.get(id))}, found ${shown(found.entries.get(id))}`);
    this.#count(this.pending.filter((each) => each.adds), found.counters);
    this.pending = [];
  }

  #decide(write, found) {
    const ids = [...write.rows.keys()];
    const done = ids.filter((id) => same(write.rows.get(id), found.get(id)));
    const undone = ids.filter((id) => same(this.entries.get(id), found.get(id)));
    assert.ok(done.length === ids.length || undone.length === ids.length,
      `${write.what} of ${ids.length} rows is half done: ${done.length} as after it, ${undone.length} as before it (${ids})`);
    this.#note(done.length === ids.length, write);
  }

  // A counter is what was acknowledged and some of what was under way, over all counters the same ones.
  #count(writes, found) {
    const chosen = [...Array(1 << writes.length).keys()].find((set) => [...this.counters].every(([id, value]) =>
      value + writes.reduce((sum, { adds }, index) => sum + (set & (1 << index) ? adds.get(id) ?? 0 : 0), 0) === found.get(id)));
    assert.ok(chosen !== undefined, `counters: acknowledged ${JSON.stringify([...this.counters])}, under way `
      + `${JSON.stringify(writes.map(({ adds }) => [...adds]))}, found ${JSON.stringify([...found])}`);
    writes.forEach((write, index) => this.#note((chosen & (1 << index)) !== 0, write));
  }

  #note(happened, write) {
    this.tally[happened ? 'happened' : 'vanished'] += 1;
    if (happened) this.apply(write);
  }
}
