// Where the boxes of the diagram lie: entities that nothing leads away from at the left, each other one a column to the
// right of all that it refers to; in a column near to what they refer to, so that few lines cross.
import type { Entity, Field, Model } from './model';

export interface Box {
  entity: Entity;
  fields: Field[];
  hidden: number; // fields that do not fit
  x: number;
  y: number;
  height: number;
}

export interface Line {
  from: Box;
  fromY: number;
  to: Box;
  toY: number;
  name: string;
  many: boolean; // many to many
}

export const kWidth = 232;
export const kRow = 24;
export const kHead = 38;
const kGapX = 110;
const kGapY = 34;
const kMostFields = 9;
const kSweeps = 6;

const isShown = (field: Field) => field.kind === 'one' || (field.kind !== 'many' && !field.of);

function ranks(model: Model): Map<string, number> {
  const rank = new Map<string, number>();
  const under = new Set<string>();
  const of = (entity: Entity): number => {
    const known = rank.get(entity.resource);
    if (known !== undefined) return known;
    if (under.has(entity.resource)) return -1; // a cycle: this edge does not count
    under.add(entity.resource);
    let most = -1;
    for (const field of entity.fields) {
      if (field.kind !== 'one' || field.target === entity.resource) continue;
      const target = model.entities.find((each) => each.resource === field.target);
      if (target) most = Math.max(most, of(target));
    }
    under.delete(entity.resource);
    rank.set(entity.resource, most + 1);
    return most + 1;
  };
  for (const entity of model.entities) of(entity);
  return rank;
}

function neighbours(entity: Entity, boxes: Map<string, Box>): Box[] {
  const found: Box[] = [];
  for (const box of boxes.values())
    if (box.entity !== entity && (entity.fields.some((field) => field.target === box.entity.resource) ||
        box.entity.fields.some((field) => field.target === entity.resource))) found.push(box);
  return found;
}

function stack(column: Box[], tallest: number) {
  const height = column.reduce((sum, box) => sum + box.height + kGapY, -kGapY);
  let y = Math.max(0, (tallest - height) / 2);
  for (const box of column) {
    box.y = y;
    y += box.height + kGapY;
  }
}

export function layOut(model: Model): { boxes: Box[]; lines: Line[]; width: number; height: number } {
  const rank = ranks(model);
  const boxes = new Map<string, Box>();
  const columns: Box[][] = [];
  for (const entity of model.entities) {
    const all = entity.fields.filter(isShown);
    const fields = all.length > kMostFields ? all.slice(0, kMostFields - 1) : all;
    const rows = fields.length + (all.length > fields.length ? 1 : 0);
    const column = rank.get(entity.resource) ?? 0;
    const box: Box = { entity, fields, hidden: all.length - fields.length, x: column * (kWidth + kGapX), y: 0, height: kHead + rows * kRow + 8 };
    boxes.set(entity.resource, box);
    (columns[column] ??= []).push(box);
  }
  const tallest = Math.max(0, ...columns.map((column) => column.reduce((sum, box) => sum + box.height + kGapY, -kGapY)));
  for (const column of columns) stack(column, tallest);
  for (let sweep = 0; sweep < kSweeps; ++sweep)
    for (const column of sweep % 2 ? [...columns].reverse() : columns) {
      const weight = new Map(column.map((box) => {
        const near = neighbours(box.entity, boxes);
        const middle = near.reduce((sum, other) => sum + other.y + other.height / 2, 0) / (near.length || 1);
        return [box, near.length ? middle : box.y];
      }));
      column.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0));
      stack(column, tallest);
    }
  return { boxes: [...boxes.values()], lines: linesBetween(boxes), width: columns.length * (kWidth + kGapX) - kGapX, height: tallest };
}

function linesBetween(boxes: Map<string, Box>): Line[] {
  const lines: Line[] = [];
  const drawn = new Set<string>();
  for (const from of boxes.values())
    for (const field of from.entity.fields) {
      const to = field.target && boxes.get(field.target);
      if (!to || (field.kind !== 'one' && !field.manyToMany)) continue;
      const name = `${from.entity.resource}.${field.name}`;
      if (field.kind === 'many') {
        if (drawn.has(`${to.entity.resource}.${field.inverse}`)) continue;
        drawn.add(name);
      }
      const at = from.fields.indexOf(field);
      const fromY = at >= 0 ? from.y + kHead + at * kRow + kRow / 2 : from.y + kHead / 2;
      lines.push({ from, fromY, to, toY: to.y + kHead / 2, name, many: field.kind === 'many' });
    }
  return lines;
}
