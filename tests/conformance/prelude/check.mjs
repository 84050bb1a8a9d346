// Usage: node check.mjs. Prints what was accepted; exits 1 with graphql-js's message for what was not.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSchema, parse } from "graphql";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const prelude = readFileSync(join(here, "bedplate.graphql"), "utf8");

// As the program writes it: an empty definition of each root type that the model only extends.
function preludeFor(model) {
  const roots = parse(model).definitions.filter((each) => ["Query", "Mutation", "Subscription"].includes(each.name?.value));
  const defined = new Set(roots.filter((each) => each.kind === "ObjectTypeDefinition").map((each) => each.name.value));
  const missing = new Set(roots.map((each) => each.name.value).filter((name) => !defined.has(name)));
  return prelude + [...missing].map((name) => `type ${name}\n`).join("");
}

const models = new Map([
  ["no root type", "type A @entity @allow(to: [READ]) { id: ID! }"],
  ["type Query", 'type Query { a: Int @action(handler: "ts:a#b") @allow(when: "auth.id != null") }'],
  ["extend type Query", 'extend type Query { a: Int @action(handler: "ts:a#b") }'],
]);
for (const parent of ["examples", "templates"])
  for (const folder of readdirSync(join(root, parent))) {
    const file = join(root, parent, folder, "schema.graphql");
    if (existsSync(file)) models.set(`${parent}/${folder}`, readFileSync(file, "utf8"));
  }
const golden = join(root, "tests/golden/model");
for (const folder of readdirSync(golden)) {
  const expected = readFileSync(join(golden, folder, "expected.txt"), "utf8");
  if (!/^schema\.graphql:\d+:\d+: error:/m.test(expected))
    models.set(`golden/${folder}`, readFileSync(join(golden, folder, "schema.graphql"), "utf8"));
}

let refused = 0;
for (const [name, model] of models) {
  try {
    buildSchema(preludeFor(model) + model);
  } catch (error) {
    refused += 1;
    console.error(`${name}: ${error.message}`);
  }
}
console.log(`graphql-js accepts the prelude with ${models.size - refused} of ${models.size} models`);
console.log(`${models.size - refused} passed, ${refused} failed`);
process.exit(refused === 0 && models.size > 5 ? 0 : 1);
