// The writes of one client, as {what, method, target, prefer, body, status, rows: id → row afterwards or null, adds: counter
// → amount}. A client changes rows of its own only, one write after the other, so what each leads to is known before.
export const counters = 4;
const apart = 100_000;

export class Writer {
  constructor(owner, random, ledger) {
    Object.assign(this, { owner, random, ledger, last: 0, number: 0, batch: 0 });
  }

  write() {
    const mine = this.#mine();
    if (mine.length > 120) return this.#deleteBatch(mine);
    if (mine.length < 8) return this.#insertMany();
    const kinds = ['insert', 'insertMany', 'insertTwice', 'upsert', 'updateOne', 'updateBatch', 'updatePair', 'updatePair',
      'deleteOne', 'add', 'add', 'addToTwo', 'addTooMuch', 'lostRelation', 'batchOf', 'batchOf', 'batchInVain'];
    return this[`_${this.random.pick(kinds)}`](mine);
  }

  #mine() {
    const rows = [];
    for (const row of this.ledger.entries.values()) if (row.owner === this.owner) rows.push(row);
    return rows;
  }

  #row(id, batch) {
    this.number += 1;
    // Some are larger than a page.
    const length = this.random.pick([0, 3, 50, 300, 300, 2000, 9000]);
    return { id, owner: this.owner, batch, number: this.number, text: `${this.number}${'x'.repeat(length)}`,
      counterId: this.random.pick([null, this.random.within(1, counters)]) };
  }

  #fresh(count, batch = ++this.batch) {
    return Array.from({ length: count }, () => this.#row(this.owner * apart + ++this.last, batch));
  }

  #pick(mine, count) {
    const picked = new Set();
    while (picked.size < Math.min(count, mine.length)) picked.add(this.random.pick(mine));
    return [...picked];
  }

  #insertMany(most = 40) {
    const rows = this.#fresh(this.random.within(2, most));
    return { what: 'a bulk insert', method: 'POST', target: '/api/entries', body: rows, status: 201, rows: byId(rows) };
  }

  #deleteBatch(mine) {
    const batch = Math.min(...mine.map((row) => row.batch));
    const gone = mine.filter((row) => row.batch <= batch + 3);
    return { what: 'a delete by filter', method: 'DELETE', target: `/api/entries?owner=eq.${this.owner}&batch=lte.${batch + 3}`, status: 204,
      rows: new Map(gone.map(({ id }) => [id, null])) };
  }

  _insert() {
    const [row] = this.#fresh(1);
    return { what: 'an insert', method: 'POST', target: '/api/entries', body: row, status: 201, rows: byId([row]) };
  }

  _insertMany() { return this.#insertMany(); }

  // The last row is there already, so none may be written.
  _insertTwice(mine) {
    const rows = [...this.#fresh(this.random.within(1, 20)), this.#row(this.random.pick(mine).id, 0)];
    return { what: 'an insert of a key that is there', method: 'POST', target: '/api/entries', body: rows, status: 409 };
  }

  _upsert(mine) {
    const old = this.#pick(mine, this.random.within(1, 5)).map((row) => this.#row(row.id, row.batch));
    const rows = [...old, ...this.#fresh(this.random.within(1, 5))];
    return { what: 'an upsert', method: 'POST', target: '/api/entries', prefer: 'resolution=merge-duplicates', body: rows, status: 201, rows: byId(rows) };
  }

  _updateOne(mine) {
    const old = this.random.pick(mine);
    const { id, ...values } = this.#row(old.id, old.batch);
    return { what: 'an update', method: 'PATCH', target: `/api/entries/${id}`, body: values, status: 204, rows: byId([{ id, ...values }]) };
  }

  _updateBatch(mine) {
    const { batch } = this.random.pick(mine);
    const { text, counterId } = this.#row(0, batch);
    const rows = mine.filter((row) => row.batch === batch).map((row) => ({ ...row, text, counterId }));
    return { what: 'an update by filter', method: 'PATCH', target: `/api/entries?owner=eq.${this.owner}&batch=eq.${batch}`, body: { text, counterId },
      status: 204, rows: byId(rows) };
  }

  _updatePair(mine) {
    const rows = this.#pick(mine, 2).map((row) => this.#row(row.id, row.batch));
    return { what: 'an update of two rows by their keys', method: 'PATCH', target: '/api/entries', body: rows, status: 204, rows: byId(rows) };
  }

  _deleteOne(mine) {
    const { id } = this.random.pick(mine);
    return { what: 'a delete', method: 'DELETE', target: `/api/entries/${id}`, status: 204, rows: new Map([[id, null]]) };
  }

  _add() {
    const [id, amount] = [this.random.within(1, counters), this.random.within(1, 1000)];
    return { what: 'an increment', method: 'PATCH', target: `/api/counters/${id}`, body: { value: { $increment: amount } }, status: 204, adds: new Map([[id, amount]]) };
  }

  _addToTwo() {
    const [id, amount] = [this.random.within(1, counters - 1), this.random.within(1, 1000)];
    return { what: 'an increment of two rows', method: 'PATCH', target: `/api/counters?id=in.(${id},${id + 1})`, body: { value: { $increment: amount } }, status: 204,
      adds: new Map([[id, amount], [id + 1, amount]]) };
  }

  _addTooMuch() {
    return { what: 'an increment beyond a constraint', method: 'PATCH', target: '/api/counters?id=gt.0', body: { value: { $increment: 1000000000001 } }, status: 400 };
  }

  // Rows and counters at once: an insert, a change of a row that is there, one that goes, an increment.
  _batchOf(mine) {
    const [fresh] = this.#fresh(1);
    const [changed, gone] = this.#pick(mine, 2);
    const { id, ...values } = this.#row(changed.id, changed.batch);
    const [counter, amount] = [this.random.within(1, counters), this.random.within(1, 1000)];
    const headers = { Prefer: 'return=minimal' };
    const operations = [
      { id: 'n', method: 'POST', path: '/entries?select=id,counterId', body: { ...fresh, counterId: counter } },
      { method: 'PATCH', path: `/entries/${id}`, headers, body: { ...values, counterId: '$n.counterId' } },
      { method: 'DELETE', path: `/entries/${gone.id}`, headers },
      { method: 'PATCH', path: `/counters/${counter}`, headers, body: { value: { $increment: amount } } }];
    return { what: 'a batch', method: 'POST', target: '/api/$batch', body: { operations }, status: 200,
      rows: new Map([[fresh.id, { ...fresh, counterId: counter }], [id, { id, ...values, counterId: counter }], [gone.id, null]]),
      adds: new Map([[counter, amount]]) };
  }

  // Its last operation fails, so that none is done.
  _batchInVain(mine) {
    const [fresh] = this.#fresh(1);
    const operations = [
      { method: 'POST', path: '/entries', body: fresh },
      { method: 'DELETE', path: `/entries/${this.random.pick(mine).id}` },
      { method: 'PATCH', path: '/counters/1', body: { value: { $increment: 1000000000001 } } }];
    return { what: 'a batch that fails at its end', method: 'POST', target: '/api/$batch', body: { operations }, status: 400 };
  }

  _lostRelation() {
    const rows = this.#fresh(3);
    rows[2].counterId = counters + 1;
    return { what: 'an insert with a relation that leads nowhere', method: 'POST', target: '/api/entries', body: rows, status: 409 };
  }
}

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
