#include "engine/templates.hpp"

#include "operation/shape.hpp"
#include "sql/change.hpp"
#include "sql/explaining.hpp"
#include "sql/insert.hpp"
#include "sql/links.hpp"
#include "sql/select.hpp"

namespace bedplate::engine {

using operation::Operation;

const render::Program& Template::rendering(const render::Options& options) {
  for (const auto& made : renderings)
    if (made->options == options) return *made;
  renderings.push_back(std::make_unique<const render::Program>(render::compile(read, options)));
  return *renderings.back();
}

std::shared_ptr<const access::AccessView> Templates::view(const operation::Facts& facts) {
  key_.assign(facts.bytes());
  if (const auto at = views_.find(key_); at != views_.end()) return at->second;
  // Rare: a set of facts seen for the first time. All are dropped at the bound; they come back as they are used.
  if (views_.size() >= options_.views) views_.clear();
  auto made = std::make_shared<const access::AccessView>(model_, facts);
  views_.emplace(key_, made);
  return made;
}

Result<std::shared_ptr<Template>> Templates::find(const Operation& operation, const operation::Principal& principal) {
  key_.assign(principal.facts().bytes());
  operation::append_shape(key_, operation);
  if (const auto at = templates_.find(key_); at != templates_.end()) [[likely]]
    return at->second;
  std::string key = key_;
  BP_TRY(auto made, make(operation, principal));
  keep(std::move(key), made);
  return made;
}

const sql::Program& Templates::links(model::EntityId entity, model::FieldId relation) {
  auto& made = links_[{entity, relation}];
  if (made == nullptr)
    made =
        std::make_unique<const sql::Program>(sql::compile_links(model_, entity, relation, dialect_, next_program_++));
  return *made;
}

std::size_t Template::bytes() const {
  std::size_t sum = arena.footprint();
  for (const auto* program :
       {&reading, &creating, &explaining, &finding, &confirming, &changing, &referrers.program, &walk.program})
    for (const auto& statement : program->statements)
      sum += 2 * statement.text.size() + statement.binds.size() * sizeof(sql::Bind) +
             statement.columns.size() * sizeof(sql::Column);
  for (const auto& object : read.objects) sum += object->members.size() * (sizeof(plan::Member) + sizeof(render::Step));
  return sum;
}

// Whoever asks for ever new shapes pays with templates made anew, not with memory.
void Templates::keep(std::string key, const std::shared_ptr<Template>& made) {
  const std::size_t size = made->bytes() + key.size();
  while (!templates_.empty() &&
         (templates_.size() >= options_.templates || kept_bytes_ + size > options_.template_bytes)) {
    kept_bytes_ -= templates_.begin()->second->bytes() + templates_.begin()->first.size();
    templates_.erase(templates_.begin());
  }
  kept_bytes_ += size;
  templates_.emplace(std::move(key), made);
}

Result<std::shared_ptr<Template>> Templates::make(const Operation& operation, const operation::Principal& principal) {
  const auto view = this->view(principal.facts());
  auto made = std::make_shared<Template>();
  BP_TRY(const auto allowed,
         access::authorize(operation, *view, made->arena,
                           {.authenticated = principal.authenticated(), .explain = options_.explain_denials}));
  const plan::Limits limits{.embedded = options_.embedded_rows};
  made->kind = operation.kind;
  switch (operation.kind) {
    case Operation::Kind::kRead:
      made->read = plan::make_plan(allowed, model_, made->arena, limits);
      break;
    case Operation::Kind::kCreate: {
      const auto slots = operation::row_slots(model_.entity(operation.create.entity), operation);
      auto& plan = made->create = plan::make_create_plan(allowed, model_, made->arena, limits, slots);
      made->creating = sql::compile_create(plan, model_, dialect_, next_program_++);
      std::vector<model::FieldId> fields;
      for (const auto& column : plan.columns) fields.push_back(column.field);
      made->explaining =
          sql::compile_explaining(plan.checks, {.entity = plan.entity}, fields, 0, model_, dialect_, next_program_++);
      if (plan.returning) made->read = std::move(*plan.returning);
      break;
    }
    case Operation::Kind::kChange: {
      const auto slots = operation::row_slots(model_.entity(operation.change.target.entity), operation);
      auto& plan = made->change = plan::make_change_plan(allowed, model_, made->arena, limits, slots);
      made->finding = sql::compile_read(plan.find, model_, dialect_, next_program_++);
      // An embedded store has one writer.
      if (plan.confirm && dialect_ == sql::Dialect::kPostgres)
        made->confirming = sql::compile_read(*plan.confirm, model_, dialect_, next_program_++);
      made->changing = sql::compile_change(plan, model_, dialect_, next_program_++);
      const bool restores = plan.kind == operation::Change::Kind::kRestore;
      if (restores || (plan.kind == operation::Change::Kind::kDelete && !plan.removes)) {
        made->walk = sql::compile_trash_walk(plan.entity, restores, model_, dialect_, next_program_++);
        made->view = view;
      }
      if (plan.removes) made->referrers = sql::compile_referrers(plan.entity, model_, dialect_, next_program_++);
      const sql::CheckedRow before{
          .entity = plan.entity, .key_slot = plan.slots.key, .image = plan.stored, .image_slot = plan.slots.image};
      made->explaining = sql::compile_explaining(plan.checks, before, plan.stored, plan.after_slot(), model_, dialect_,
                                                 next_program_++);
      if (plan.returning) made->read = std::move(*plan.returning);
      break;
    }
  }
  if (!made->read.statements.empty()) made->reading = sql::compile_read(made->read, model_, dialect_, next_program_++);
  return made;
}

}  // namespace bedplate::engine
