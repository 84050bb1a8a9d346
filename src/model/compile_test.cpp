#include "model/compile.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace bedplate::model {
namespace {

std::string read_example(const std::string& name) {
  std::ifstream file(BP_TEST_DATA "/../../examples/" + name + "/schema.graphql");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string rendered(const Compiled& compiled, std::string_view source) {
  const sdl::SourceText text{"schema.graphql", source};
  return sdl::render_human(compiled.diagnostics, {&text, 1});
}

std::unique_ptr<Model> compiled(std::string_view source) {
  auto out = compile(source, "schema.graphql");
  EXPECT_NE(out.model, nullptr) << rendered(out, source);
  return std::move(out.model);
}

const Entity& entity(const Model& model, std::string_view name) { return model.entity(model.entity_by_name.at(name)); }
const Field& field(const Model& model, std::string_view type, std::string_view name) {
  const Field* found = entity(model, type).find(name);
  EXPECT_NE(found, nullptr) << type << '.' << name;
  return *found;
}

TEST(Compile, TheShopHasNoFindingButTheEventsThatAreNotServedYet) {
  const auto source = read_example("shop");
  const auto out = compile(source, "schema.graphql");
  ASSERT_NE(out.model, nullptr) << rendered(out, source);
  for (const auto& each : out.diagnostics)
    EXPECT_TRUE(each.code == "not-served-yet" && each.message.contains("@emit")) << rendered(out, source);
  EXPECT_EQ(out.diagnostics.size(), 1) << rendered(out, source);
}

TEST(Compile, ChinookMapsEveryTableAndColumn) {
  const auto source = read_example("chinook");
  const auto out = compile(source, "schema.graphql");
  const auto& model = out.model;
  ASSERT_NE(model, nullptr) << rendered(out, source);
  for (const auto& each : out.diagnostics) EXPECT_EQ(each.code, "personal-data") << rendered(out, source);
  EXPECT_EQ(model->entities.size(), 11);
  EXPECT_EQ(field(*model, "Track", "albumId").column, "AlbumId");
  EXPECT_EQ(field(*model, "Track", "unitPrice").form, ColumnForm::kNumericReal);
  EXPECT_EQ(field(*model, "Track", "unitPrice").type.scale, 2);
  EXPECT_EQ(field(*model, "Invoice", "invoiceDate").form, ColumnForm::kSpacedDateTime);
  const auto& link = entity(*model, "PlaylistTrack");
  ASSERT_EQ(link.key.size(), 2);
  EXPECT_EQ(link.fields[link.key[0]].name, "playlistId");
  EXPECT_EQ(link.fields[link.key[1]].name, "trackId");
  const auto& playlists = field(*model, "Track", "playlists");
  ASSERT_TRUE(playlists.join.has_value());
  EXPECT_EQ(playlists.join->through, model->entity_by_name.at("PlaylistTrack"));
  EXPECT_EQ(playlists.join->near_columns, std::vector<std::string>{"TrackId"});
  EXPECT_EQ(playlists.join->far_columns, std::vector<std::string>{"PlaylistId"});
}

TEST(Compile, AToOneAppearsAsItsScalarToo) {
  const auto model = compiled(R"(
    type Author @entity @allow { id: ID! books: [Book!]! @relation(inverse: "author") }
    type Book @entity(key: ["isbn"]) @allow { isbn: String! author: Author! @relation(onDelete: CASCADE) }
    type Copy @entity @allow { id: Int! book: Book @relation @unique })");
  const auto& author = field(*model, "Book", "author");
  const auto& scalar = field(*model, "Book", "authorId");
  EXPECT_EQ(author.kind, FieldKind::kToOne);
  EXPECT_EQ(author.on_delete, OnDelete::kCascade);
  EXPECT_EQ(scalar.column, "author_id");
  EXPECT_EQ(scalar.type.scalar, Scalar::kId);
  EXPECT_FALSE(scalar.type.nullable);
  EXPECT_EQ(&entity(*model, "Book").fields[author.foreign_key.at(0)], &scalar);
  EXPECT_EQ(field(*model, "Author", "books").foreign_key, author.foreign_key);
  EXPECT_TRUE(field(*model, "Copy", "bookIsbn").type.nullable);
  EXPECT_TRUE(field(*model, "Copy", "bookIsbn").unique);
  EXPECT_EQ(field(*model, "Copy", "id").default_fn, DefaultFn::kSequence);
  EXPECT_EQ(field(*model, "Author", "id").default_fn, DefaultFn::kUuid7);
  EXPECT_EQ(field(*model, "Book", "isbn").default_fn, DefaultFn::kNone);
}

TEST(Compile, OwnerIsARelationWithADefaultThatNeverChanges) {
  const auto model = compiled(R"(
    type User @entity @user(login: "email") @allow(when: "id == auth.id") { id: ID! email: Email! @unique }
    type Note @entity @allow(when: "owner.id == auth.id") { id: ID! owner: User! @owner })");
  const auto& scalar = field(*model, "Note", "ownerId");
  EXPECT_EQ(scalar.default_fn, DefaultFn::kAuthId);
  EXPECT_TRUE(scalar.immutable);
  EXPECT_TRUE(field(*model, "Note", "owner").owner);
  ASSERT_EQ(model->facts.size(), 1);
  EXPECT_EQ(model->facts[0].kind, expr::Fact::Kind::kId);
  // owner.id is the foreign-key column itself.
  const auto* when = entity(*model, "Note").rules[0].when;
  bool hops = false, own_column = false;
  std::vector<const expr::Node*> open{when};
  while (!open.empty()) {
    const auto* node = open.back();
    open.pop_back();
    hops = hops || node->op == expr::Op::kHop;
    own_column = own_column || (node->op == expr::Op::kField && node->entity == model->entity_by_name.at("Note"));
    open.insert(open.end(), node->args.begin(), node->args.end());
  }
  EXPECT_FALSE(hops);
  EXPECT_TRUE(own_column);
}

TEST(Compile, TenantsLimitTheirRows) {
  const auto model = compiled(R"(
    type Company @entity @tenantRoot @allow(to: [READ]) { id: ID! @tenant name: String! }
    type Task @entity @allow { id: ID! company: Company! @relation @tenant title: String! @unique }
    type Log @entity @allow { id: ID! companyId: ID! @tenant line: String! })");
  const auto& task = entity(*model, "Task");
  EXPECT_EQ(task.fields[task.tenant].name, "companyId");
  EXPECT_EQ(task.fields[task.tenant].default_fn, DefaultFn::kAuthTenant);
  EXPECT_TRUE(task.fields[task.tenant].immutable);
  EXPECT_TRUE(field(*model, "Task", "company").tenant);
  EXPECT_EQ(field(*model, "Log", "companyId").default_fn, DefaultFn::kAuthTenant);
  EXPECT_EQ(field(*model, "Company", "id").default_fn, DefaultFn::kUuid7);
}

TEST(Compile, RolesAreClosedUnderInheritance) {
  const auto model = compiled(R"(enum Role @roles { A B @inherits(roles: [A]) C @inherits(roles: [B]) }
    type T @entity @allow(roles: [A, C]) { id: ID! })");
  EXPECT_EQ(model->roles[2].implies, (std::vector<std::uint16_t>{2, 1, 0}));
  ASSERT_EQ(model->facts.size(), 2);
  EXPECT_EQ(model->facts[0].name, "A");
  EXPECT_EQ(entity(*model, "T").rules[0].when->op, expr::Op::kOr);
}

TEST(Compile, AManyToManyRelationHasATableOfItsOwn) {
  const auto model = compiled(R"(
    type Post @entity @allow { id: ID! tags: [Tag!]! @relation(manyToMany: true, inverse: "posts") }
    type Tag @entity(plural: "tags") @allow { id: Int! posts: [Post!]! @relation(inverse: "tags", manyToMany: true) })");
  const auto& tags = field(*model, "Post", "tags");
  const auto& posts = field(*model, "Tag", "posts");
  ASSERT_TRUE(tags.join && posts.join);
  EXPECT_EQ(tags.join->table, "posts_tags");
  EXPECT_EQ(tags.join->near_columns, std::vector<std::string>{"post_id"});
  EXPECT_EQ(tags.join->far_columns, std::vector<std::string>{"tag_id"});
  EXPECT_EQ(posts.join->near_columns, tags.join->far_columns);
  EXPECT_EQ(model->field(tags.target, tags.inverse).name, "posts");
}

TEST(Compile, WhatIsNotServedYetHoldsItsVerbsBack) {
  const auto model = compiled(R"(
    type Doc @entity @rateLimit(limit: 5, window: "1m") @allow { id: ID! picture: File summary: String @action(handler: "ts:a#b") }
    type Mutation { send(to: ID!): Boolean @action(handler: "ts:a#send") @allow(when: "auth.id != null") })");
  const auto& doc = entity(*model, "Doc");
  EXPECT_EQ(doc.unbuilt(Verb::kCreate)->directive, "@rateLimit");
  EXPECT_TRUE(field(*model, "Doc", "picture").is_unbuilt());
  EXPECT_TRUE(field(*model, "Doc", "summary").is_unbuilt());
  ASSERT_EQ(model->callables.size(), 1);
  EXPECT_EQ(model->callables[0].rules.size(), 1);
}

TEST(Compile, ASoftDeleteTypeHasItsInstantAndItsDeletion) {
  const auto model = compiled(R"(
    type Note @entity @softDelete @allow { id: ID! }
    type Page @entity @softDelete @allow { id: ID! deletedAt: DateTime @column(name: "removed") })");
  for (const auto* name : {"Note", "Page"}) {
    const auto& of = entity(*model, name);
    ASSERT_TRUE(of.soft_delete());
    EXPECT_TRUE(of.fields[of.deleted_at].read_only && !of.fields[of.deleted_at].hidden);
    EXPECT_TRUE(of.fields[of.deletion].hidden);
    EXPECT_EQ(of.unbuilt(Verb::kDelete), nullptr);
  }
  EXPECT_EQ(field(*model, "Note", "deletedAt").column, "deleted_at");
  EXPECT_EQ(field(*model, "Page", "deletedAt").column, "removed");
}

TEST(Compile, DefaultsAreCanonical) {
  const auto model = compiled(R"(
    enum E { A B }
    type T @entity @allow {
      id: ID!
      e: E! @default(value: B)
      d: Decimal! @decimal(precision: 10, scale: 2) @default(value: 1.5)
      w: Decimal @decimal(precision: 30, scale: 2) @default(value: "-1")
      at: DateTime @default(value: "1970-01-01T00:00:01Z")
      l: [String!]! @default(value: ["x", "\"y"])
      u: UUID @default(value: "00000000-0000-7000-8000-00000000000A")
      j: JSON @default(value: { a: [1, true, null] })
    })");
  const auto cell = [&](std::string_view name) { return field(*model, "T", name).default_value; };
  EXPECT_EQ(cell("e"), Cell::text("B"));
  EXPECT_EQ(cell("d"), Cell::integer(150));
  EXPECT_EQ(cell("w"), Cell::text("-1.00"));
  EXPECT_EQ(cell("at"), Cell::integer(1'000'000));
  EXPECT_EQ(cell("l"), Cell::text(R"(["x","\"y"])"));
  EXPECT_EQ(cell("u"), Cell::text("00000000-0000-7000-8000-00000000000a"));
  EXPECT_EQ(cell("j"), Cell::text(R"({"a":[1,true,null]})"));
}

TEST(Compile, KeysMayBeMadeOfRelations) {
  const auto model = compiled(R"(
    type A @entity @allow { id: Int! }
    type B @entity(key: ["a", "n"]) @allow { a: A! @relation n: Int! }
    type C @entity(key: ["bAId", "bN", "k"]) @allow { b: B! @relation k: String! })");
  const auto& b = entity(*model, "B");
  EXPECT_EQ(b.fields[b.key[0]].name, "aId");
  const auto& c = entity(*model, "C");
  ASSERT_EQ(c.key.size(), 3);
  EXPECT_EQ(c.fields[c.key[0]].name, "bAId");
  EXPECT_EQ(field(*model, "C", "b").foreign_key.size(), 2);
}

}  // namespace
}  // namespace bedplate::model
