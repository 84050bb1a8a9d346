// Writes on a model with defaults, unique keys, lists and JSON: what stands for what is not given, which key decides.
const part = 'id, code, name, shelf, place, amount, price / 100.0 AS price, fragile = 1 AS "json:fragile", tags AS "json:tags", data AS "json:data"';
const adapt = (rows) => rows.map((row) => ('fragile' in row ? { ...row, fragile: row.fragile === 1 } : row));
const defaults = "'unnamed', NULL, NULL, 1, NULL, 0, '[]', NULL";
const given = '(code, name, shelf, place, amount, price, fragile, tags, data)';

export default [
  { name: 'insert: a row gets its defaults', single: true, status: 201, call: (db) => db.from('parts').insert({ code: 'a1' }).select().single(),
    sql: `INSERT INTO parts ${given} VALUES ('a1', ${defaults}) RETURNING ${part}` },
  { name: 'insert: null is not what is not given', single: true, status: 201, call: (db) => db.from('parts').insert({ code: 'a2', name: null }).select().single(),
    sql: `INSERT INTO parts ${given} VALUES ('a2', NULL, NULL, NULL, 1, NULL, 0, '[]', NULL) RETURNING ${part}` },
  { name: 'insert several: fields that no row gives get their defaults, others null', status: 201, call: (db) => db.from('parts').insert([{ code: 'a3', name: 'A' }, { code: 'a4', price: 2.5 }]).select(),
    sql: `INSERT INTO parts ${given} VALUES ('a3', 'A', NULL, NULL, 1, NULL, 0, '[]', NULL), ('a4', NULL, NULL, NULL, 1, 250, 0, '[]', NULL) RETURNING ${part}` },
  { name: 'insert several with defaultToNull: false', status: 201, call: (db) => db.from('parts').insert([{ code: 'a5', name: 'A' }, { code: 'a6', amount: 7 }], { defaultToNull: false }).select(),
    sql: `INSERT INTO parts ${given} VALUES ('a5', 'A', NULL, NULL, 1, NULL, 0, '[]', NULL), ('a6', 'unnamed', NULL, NULL, 7, NULL, 0, '[]', NULL) RETURNING ${part}` },
  { name: 'insert several: null for what is required', call: (db) => db.from('parts').insert([{ code: 'a7', amount: 2 }, { code: 'a8' }]), error: { status: 400, code: '23502' } },
  { name: 'insert lists, JSON, truth and a Decimal', single: true, status: 201,
    call: (db) => db.from('parts').insert({ code: 'all', name: 'Ä', shelf: 'C', place: 9, amount: 1000, price: 12345678.91, fragile: true, tags: ['x,y', '"'], data: { deep: [1, { n: null }] } }).select().single(),
    sql: `INSERT INTO parts ${given} VALUES ('all', 'Ä', 'C', 9, 1000, 1234567891, 1, '["x,y","\\""]', '{"deep":[1,{"n":null}]}') RETURNING ${part}` },
  { name: 'insert what a constraint forbids', call: (db) => db.from('parts').insert({ code: 'b', amount: 1001 }), error: { status: 400, code: '23514' } },
  { name: 'insert a value that is there and unique', call: (db) => db.from('parts').insert({ code: 'nut' }), error: { status: 409, code: '23505' } },
  { name: 'insert two values that are unique together', call: (db) => db.from('parts').insert({ code: 'b', shelf: 'A', place: 2 }), error: { status: 409, code: '23505' } },

  { name: 'upsert by a unique field', call: (db) => db.from('parts').upsert({ code: 'nut', amount: 5 }, { onConflict: 'code' }).select(),
    sql: `UPDATE parts SET amount = 5 WHERE code = 'nut' RETURNING ${part}` },
  { name: 'upsert by two fields that are unique together', status: 201, call: (db) => db.from('parts').upsert([{ code: 'bolt', shelf: 'A', place: 1, amount: 6 }, { code: 'c1', shelf: 'A', place: 3, amount: 2 }], { onConflict: 'shelf,place' }).select('code,amount'),
    sql: `UPDATE parts SET amount = 6 WHERE code = 'bolt'; INSERT INTO parts ${given} VALUES ('c1', 'unnamed', 'A', 3, 2, NULL, 0, '[]', NULL);
          SELECT code, amount FROM parts WHERE code IN ('bolt', 'c1') ORDER BY 1` },
  { name: 'upsert by a unique field, ignoring duplicates', status: 201, call: (db) => db.from('parts').upsert([{ code: 'nut', amount: 9 }, { code: 'c2', amount: 9 }], { onConflict: 'code', ignoreDuplicates: true }).select('code'),
    sql: `INSERT INTO parts ${given} VALUES ('c2', 'unnamed', NULL, NULL, 9, NULL, 0, '[]', NULL) RETURNING code` },
  { name: 'upsert several with defaultToNull: false: new rows get defaults, what is there stays', status: 201,
    call: (db) => db.from('parts').upsert([{ code: 'bolt', name: 'B' }, { code: 'c4', name: 'Four' }, { code: 'nut', amount: 30 }], { onConflict: 'code', defaultToNull: false }).select('code,name,amount'),
    sql: `UPDATE parts SET name = 'B' WHERE code = 'bolt'; UPDATE parts SET amount = 30 WHERE code = 'nut'; INSERT INTO parts ${given} VALUES ('c4', 'Four', NULL, NULL, 1, NULL, 0, '[]', NULL);
          SELECT code, name, amount FROM parts WHERE code IN ('bolt', 'c4', 'nut') ORDER BY 1` },
  { name: 'upsert several: what lacks is null, also in a row that is there', nothing: true, status: 201, affected: 2,
    call: (db) => db.from('parts').upsert([{ code: 'c1' }, { code: 'c5', name: 'Five' }], { onConflict: 'code', count: 'exact' }),
    sql: `UPDATE parts SET name = NULL WHERE code = 'c1'; INSERT INTO parts ${given} VALUES ('c5', 'Five', NULL, NULL, 1, NULL, 0, '[]', NULL)` },
  { name: 'upsert by a field that is not unique', call: (db) => db.from('parts').upsert({ code: 'nut', name: 'Nut' }, { onConflict: 'name' }), error: { status: 400 } },
  { name: 'upsert against another unique key', call: (db) => db.from('parts').upsert({ code: 'nut', shelf: 'A', place: 1 }, { onConflict: 'code' }), error: { status: 409, code: '23505' } },
  { name: 'upsert by the keys in the reply of a select', nothing: true, status: 200, call: (db) => db.from('parts').upsert([{ id: 1, code: 'bolt', name: 'Bolt 1' }, { id: 2, code: 'nut', name: 'Nut 2' }]),
    sql: "UPDATE parts SET name = iif(id = 1, 'Bolt 1', 'Nut 2') WHERE id IN (1, 2)" },

  { name: 'update lists, JSON, truth and a Decimal', single: true, call: (db) => db.from('parts').update({ tags: ['z'], data: [1, 'two'], fragile: true, price: '0.10' }).eq('code', 'bolt').select().single(),
    sql: `UPDATE parts SET tags = '["z"]', data = '[1,"two"]', fragile = 1, price = 10 WHERE code = 'bolt' RETURNING ${part}` },
  { name: 'update by lists and truth', call: (db) => db.from('parts').update({ shelf: 'Z' }).contains('tags', ['glass']).is('fragile', true).select('code,shelf'),
    sql: "UPDATE parts SET shelf = 'Z' WHERE code = 'lamp' RETURNING code, shelf" },
  { name: 'update by a JSON path', nothing: true, status: 204, affected: 1, call: (db) => db.from('parts').update({ amount: 55 }, { count: 'exact' }).eq('data->watt', 5), sql: "UPDATE parts SET amount = 55 WHERE code = 'lamp'" },
  { name: 'update several rows to one unique value: none is changed', call: (db) => db.from('parts').update({ code: 'same' }).in('id', [1, 2]), error: { status: 409, code: '23505' } },
  { name: 'update $increment', call: (db) => db.from('parts').update({ amount: { $increment: -5 } }).in('code', ['nut', 'bolt']).select('code,amount').order('code'),
    sql: "UPDATE parts SET amount = amount - 5 WHERE code IN ('nut', 'bolt'); SELECT code, amount FROM parts WHERE code IN ('nut', 'bolt') ORDER BY 1" },
  { name: 'update $increment beyond a constraint: none is changed', call: (db) => db.from('parts').update({ amount: { $increment: -5 } }).in('code', ['nut', 'bolt']), error: { status: 400, code: '23514' } },
  { name: 'update, the relation in the reply', tables: ['uses'], call: (db) => db.from('uses').update({ amount: 40 }).eq('partId', 2).select('machine,amount,part!inner(code)').order('machine'),
    sql: `UPDATE uses SET amount = 40 WHERE part_id = 2; SELECT machine, amount, '{"code":"nut"}' AS "json:part" FROM uses WHERE part_id = 2 ORDER BY 1` },
  { name: 'update by a filter of an embedding alone', tables: ['uses'], call: (db) => db.from('uses').update({ amount: 41 }).eq('part.code', 'nut').select('machine,part!inner(code)'), error: { status: 400, code: '21000' } },
  { name: 'upsert on a key of a relation and a text', tables: ['uses'], status: 201, call: (db) => db.from('uses').upsert([{ partId: 1, machine: 'press', amount: 2 }, { partId: 1, machine: 'saw', amount: 3 }]).select(),
    sql: "UPDATE uses SET amount = 2 WHERE part_id = 1 AND machine = 'press'; INSERT INTO uses VALUES (1, 'saw', 3); SELECT part_id AS partId, machine, amount FROM uses WHERE part_id = 1 ORDER BY 2" },
  { name: 'delete what others go with', tables: ['parts', 'uses'], call: (db) => db.from('parts').delete().eq('code', 'nut').select('code,uses(machine)').order('machine', { referencedTable: 'uses' }),
    sql: `SELECT code, '[{"machine":"press"},{"machine":"saw"}]' AS "json:uses" FROM parts WHERE code = 'nut'; DELETE FROM parts WHERE code = 'nut'` },
  { name: 'a number that was given away is not given again', tables: ['parts'], status: 201, call: (db) => db.from('parts').insert({ code: 'last' }).select('id,code'),
    sql: `INSERT INTO parts ${given} VALUES ('last', ${defaults}) RETURNING id, code` },
].map((each) => ({ database: 'lists', tables: ['parts'], adapt, ...each }));
