#include "engine/history.hpp"

#include "base/json_text.hpp"
#include "base/scalar.hpp"

namespace bedplate::engine {
namespace {

constexpr std::size_t kMostValue = 16 * 1024;  // bytes of JSON: a longer value is kept by its size alone

/// What no caller ever reads is not kept, nor what says nothing of the row but that it was changed.
bool is_kept(const model::Entity& entity, model::FieldId id) {
  const auto& field = entity.fields[id];
  return field.is_column() && !field.hidden && !field.write_only && field.searched == model::kNoField &&
         id != entity.version;
}

void append_value(std::string& out, const Type& type, Cell cell) {
  const std::size_t begun = out.size();
  append_json(out, type, cell);
  const std::size_t size = out.size() - begun;
  if (size <= kMostValue) return;
  out.resize(begun);
  out += "{\"$omitted\":" + std::to_string(size) + "}";
}

void append_name(std::string& out, std::string_view name) {
  out += out.back() == '{' ? "" : ",";
  append_json_string(out, name);
  out += ':';
}

std::string values_of(const model::Entity& entity, std::span<const Cell> image) {
  std::string out = "{";
  for (std::size_t id = 0; id < entity.fields.size(); ++id) {
    if (!is_kept(entity, static_cast<model::FieldId>(id))) continue;
    append_name(out, entity.fields[id].name);
    append_value(out, entity.fields[id].type, image[id]);
  }
  return out += '}';
}

std::vector<Cell> key_in(const model::Entity& entity, std::span<const Cell> image) {
  std::vector<Cell> key;
  for (const auto id : entity.key) key.push_back(image[id]);
  return key;
}

}  // namespace

std::string history_key(const model::Entity& entity, std::span<const Cell> key) {
  std::string out = "[";
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (i > 0) out += ',';
    append_json_exact(out, entity.fields[entity.key[i]].type, key[i]);
  }
  return out += ']';
}

std::string history_tenant(const model::Entity& entity, Cell tenant) {
  std::string out;
  if (entity.tenant != model::kNoField) append_text(out, entity.fields[entity.tenant].type, tenant);
  return out;
}

void History::begin() {
  arena_.reset();
  entries_.clear();
  passed_.clear();
  passed_on_ = 0;
}

void History::add(const model::Entity& entity, std::span<const Cell> image, std::string_view verb,
                  std::string_view changes) {
  const auto& who = inputs_.principal.identity();
  const std::string_view principal = who.id.empty() ? std::string_view(who.credential) : std::string_view(who.id);
  const Cell tenant = entity.tenant == model::kNoField ? Cell::null() : image[entity.tenant];
  const Cell cells[] = {Cell::text(entity.name),
                        Cell::text(arena_.copy(history_tenant(entity, tenant))),
                        Cell::text(arena_.copy(history_key(entity, key_in(entity, image)))),
                        Cell::integer(inputs_.now),
                        principal.empty() ? Cell::null() : Cell::text(principal),
                        Cell::text(verb),
                        Cell::text(arena_.copy(changes))};
  entries_.emplace_back(arena_.copy_array<Cell>(std::span<const Cell>(cells)));
}

void History::created(const model::Entity& entity, std::span<const Cell> image) {
  if (entity.audit) add(entity, image, "CREATE", values_of(entity, image));
}

void History::deleted(const model::Entity& entity, std::span<const Cell> image) {
  if (entity.audit) add(entity, image, "DELETE", values_of(entity, image));
}

void History::updated(const model::Entity& entity, std::span<const Cell> before, std::span<const Cell> after) {
  if (!entity.audit) return;
  // Whoever takes the key next is another row.
  if (key_in(entity, before) != key_in(entity, after)) {
    deleted(entity, before);
    return created(entity, after);
  }
  std::string out = "{";
  for (std::size_t id = 0; id < entity.fields.size(); ++id) {
    if (!is_kept(entity, static_cast<model::FieldId>(id)) || before[id] == after[id]) continue;
    append_name(out, entity.fields[id].name);
    out += "{\"old\":";
    append_value(out, entity.fields[id].type, before[id]);
    out += ",\"new\":";
    append_value(out, entity.fields[id].type, after[id]);
    out += '}';
  }
  if (out.size() > 1) add(entity, after, "UPDATE", out += '}');
}

bool History::pass(const model::Entity& entity, std::span<const Cell> key) {
  return passed_.insert(entity.name + history_key(entity, key)).second;
}

Task<Result<void>> History::pass_on(store::Transaction& transaction, model::EntityId entity,
                                    std::span<const Cell> key) {
  if (inputs_.found.referrers.of.empty()) co_return Result<void>{};
  std::vector<Gone> open{{.entity = entity, .key = key}};
  for (std::size_t i = 0; i < open.size(); ++i) BP_CO_TRY_VOID(co_await follow(transaction, open[i], open));
  co_return Result<void>{};
}

Task<Result<void>> History::follow(store::Transaction& transaction, Gone gone, std::vector<Gone>& open) {
  for (const auto& referrer : inputs_.found.referrers.of) {
    if (referrer.target != gone.entity) continue;
    const auto& entity = inputs_.model.entity(referrer.entity);
    store::CapturedRows found(arena_);
    store::Transaction::Outcome outcome;
    const std::span<const Cell> once[] = {gone.key};
    BP_CO_TRY_VOID(
        co_await transaction.run(inputs_.found.referrers.program, referrer.statement, once, &found, outcome));
    for (std::size_t row = 0; row < found.size(); ++row) {
      auto image = arena_.make_array<Cell>(entity.fields.size());
      for (std::size_t i = 0; i < referrer.fields.size(); ++i) image[referrer.fields[i]] = found[row][i];
      if (!referrer.goes) {
        auto after = arena_.copy_array<Cell>(std::span<const Cell>(image));
        for (const auto id : entity.fields[referrer.relation].foreign_key) after[id] = Cell::null();
        updated(entity, image, after);
        continue;
      }
      const auto key = arena_.copy_array<Cell>(std::span<const Cell>(key_in(entity, image)));
      if (!pass(entity, key)) continue;
      if (++passed_on_ > kMostPassedOn)
        co_return failure(Error(Reason::kLimitExceeded, "more than " + std::to_string(kMostPassedOn) +
                                                            " rows would go with what is deleted, and are audited")
                              .with_hint("delete those that refer to it first"));
      deleted(entity, image);
      open.push_back({.entity = referrer.entity, .key = key});
    }
  }
  co_return Result<void>{};
}

Task<Result<void>> History::write(store::Transaction& transaction) {
  if (entries_.empty()) co_return Result<void>{};
  store::Transaction::Outcome outcome;
  auto written = co_await transaction.run(inputs_.history, 0, entries_, nullptr, outcome);
  entries_.clear();
  co_return written;
}

}  // namespace bedplate::engine
