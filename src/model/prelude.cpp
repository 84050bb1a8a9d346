#include "model/prelude.hpp"

namespace bedplate::model {

std::string_view prelude() {
  static constexpr std::string_view kText =
      R"SDL("""64-bit integer. JSON number in REST, string in GraphQL and gRPC; input takes both."""
scalar BigInt
"""Exact decimal number; (18,4) unless @decimal says otherwise. More digits than the scale are an error."""
scalar Decimal
"""Instant of RFC 3339 with microseconds, always in Z."""
scalar DateTime
"""Date and time without a zone, with microseconds."""
scalar LocalDateTime
"""Calendar date, YYYY-MM-DD."""
scalar Date
"""Time of day with microseconds."""
scalar Time
"""ISO 8601 duration without months and years, for example PT1H30M."""
scalar Duration
"""UUID, lower case."""
scalar UUID
"""Any JSON value, kept as written."""
scalar JSON
"""Bytes, base64 in JSON."""
scalar Bytes
"""E-mail address."""
scalar Email
"""Absolute URL."""
scalar URL
"""A stored file."""
scalar File

"""A literal of the type that the place asks for."""
scalar BedplateValue
"""A value of the enum marked @roles."""
scalar BedplateRole
enum BedplateVerb { READ CREATE UPDATE DELETE PURGE }
enum BedplateChange { CREATE UPDATE DELETE }
enum BedplateOnDelete { RESTRICT CASCADE SET_NULL }
enum BedplateFunction { NOW UUID7 SEQUENCE AUTH_ID AUTH_TENANT }
enum BedplateActor { SYSTEM CALLER }
enum BedplateMethod { GET POST PUT PATCH DELETE }
enum CacheControlScope { PUBLIC PRIVATE }

"""A stored type. `plural` names the REST resource and GraphQL list, `key` the fields of a key that is not `id`."""
directive @entity(table: String, store: String, plural: String, key: [String!]) on OBJECT
"""An object type that is stored inside its owner's row."""
directive @embedded on OBJECT
"""A to-one owns the foreign key: `field` names its scalar, `onDelete` says what happens to it. A to-many names its `inverse`; many-to-many is said by `manyToMany` or `through`."""
directive @relation(inverse: String, field: [String!], onDelete: BedplateOnDelete, through: String, manyToMany: Boolean) on FIELD_DEFINITION
"""The row belongs to this user: a relation that defaults to the caller and never changes."""
directive @owner on FIELD_DEFINITION
"""The entity of accounts: its key is `auth.id`."""
directive @user(login: String!, passwordHash: String) on OBJECT
"""The entity of tenants: its key is `auth.tenant`."""
directive @tenantRoot on OBJECT
"""The entity that links users to tenants."""
directive @membership on OBJECT
"""The rows belong to this tenant: every operation is limited to `auth.tenant`."""
directive @tenant on FIELD_DEFINITION
"""The enum of the application's roles."""
directive @roles on ENUM
"""A role that has other roles too."""
directive @inherits(roles: [BedplateRole!]!) on ENUM_VALUE
"""The value of a field that an insert leaves out: a literal or a function."""
directive @default(value: BedplateValue, fn: BedplateFunction) on FIELD_DEFINITION
"""Clients read it and never write it."""
directive @readOnly on FIELD_DEFINITION
"""Clients write it and never read it."""
directive @writeOnly on FIELD_DEFINITION
"""Written on insert, never changed."""
directive @immutable on FIELD_DEFINITION
"""Exists for rules and actions only."""
directive @hidden on FIELD_DEFINITION
"""Checked by the API with an error per field, and by the database where it can."""
directive @constraint(minLength: Int, maxLength: Int, pattern: String, min: BedplateValue, max: BedplateValue, format: String, minItems: Int, maxItems: Int, expr: String) repeatable on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
"""Digits in all and after the point."""
directive @decimal(precision: Int! = 18, scale: Int! = 4) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
"""No two rows share these values; `global` means across tenants too."""
directive @unique(fields: [String!], global: Boolean) repeatable on OBJECT | FIELD_DEFINITION
"""An index of the database."""
directive @index(fields: [String!], where: String, using: String) repeatable on OBJECT | FIELD_DEFINITION
"""Full-text search over these fields."""
directive @search(fields: [String!], language: String) on OBJECT | FIELD_DEFINITION
"""The value of an expression over the row and its relations."""
directive @computed(expr: String!, as: BedplateActor) on FIELD_DEFINITION
"""Grants verbs (none given: READ CREATE UPDATE DELETE) to callers with one of `roles` where `when` is true; `check` compares new with old values of a write."""
directive @allow(to: [BedplateVerb!], roles: [BedplateRole!], when: String, check: String, fields: [String!]) repeatable on OBJECT | FIELD_DEFINITION
"""Takes away what an @allow grants."""
directive @deny(to: [BedplateVerb!], roles: [BedplateRole!], when: String) repeatable on OBJECT | FIELD_DEFINITION
"""Rows carry a version for optimistic locks; `required` refuses writes without one."""
directive @versioned(required: Boolean) on OBJECT
"""Deleted rows go to the trash and can be restored."""
directive @softDelete on OBJECT
"""Keeps who changed what, queryable."""
directive @audit on OBJECT
"""Publishes change events."""
directive @emit(on: [BedplateChange!], topic: String) on OBJECT
"""The column of an existing table, and the form in which it holds its values."""
directive @column(name: String, type: String) on FIELD_DEFINITION
"""The former name; with `until` (a date) both are served."""
directive @renamedFrom(name: String!, until: String) on OBJECT | FIELD_DEFINITION | ENUM_VALUE
"""Custom logic: `ts:file#function`, `http:…`, `grpc:…` or `cpp:…`."""
directive @action(handler: String!, timeout: String, idempotent: Boolean) on FIELD_DEFINITION
"""A statement of one's own; values only as binds."""
directive @sql(query: String!) on FIELD_DEFINITION
"""A route of one's own for an action."""
directive @http(method: BedplateMethod, path: String!, raw: Boolean) on FIELD_DEFINITION
"""The payload of an event."""
directive @event on OBJECT
"""The type whose fields are jobs."""
directive @jobs on OBJECT
"""Runs the job when this event happened."""
directive @on(event: String!) on FIELD_DEFINITION
"""How often and how fast a job is tried again."""
directive @retry(max: Int, backoff: String) on FIELD_DEFINITION
"""Runs the job at these times."""
directive @schedule(cron: String!, timezone: String) on FIELD_DEFINITION
"""The queue of a job."""
directive @queue(name: String, concurrency: Int, key: String) on FIELD_DEFINITION
"""How long replies may be cached."""
directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
"""The weight of a field or type in a query's cost."""
directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
"""The expected length of a list, for a query's cost."""
directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
"""At most `limit` calls in `window` (for example 1m) for each `key`."""
directive @rateLimit(limit: Int!, window: String!, key: String) on OBJECT | FIELD_DEFINITION
)SDL";
  return kText;
}

std::string prelude_for(const sdl::Tree& model) {
  std::string text(prelude());
  for (std::string_view root : {"Query", "Mutation", "Subscription"}) {
    bool extended = false, defined = false;
    for (const auto* type : model.types)
      if (type->name.text == root) (type->extension ? extended : defined) = true;
    if (extended && !defined) text += "type " + std::string(root) + "\n";
  }
  return text;
}

}  // namespace bedplate::model
