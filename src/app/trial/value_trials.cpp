// The values that a field takes and refuses, sent by a caller for whom the rules grant the write.
#include <algorithm>

#include "app/trial/boundaries.hpp"
#include "app/trial/reply_rows.hpp"
#include "app/trial/trial_run.hpp"
#include "json/document.hpp"

namespace bedplate::app {
namespace {

using model::EntityId;
using model::FieldId;
using model::Verb;
using Kind = Verdict::Kind;

/// That an error names the field.
std::function<std::string(const Answer&)> names_field(const std::string& name) {
  return [name](const Answer& answer) -> std::string {
    const auto body = json::Document::parse(answer.body);
    const auto* errors = body ? body->root().find("errors") : nullptr;
    if (errors != nullptr)
      for (const auto& each : errors->children)
        if (each.string("path") == name) return {};
    return std::to_string(answer.status) + ", but no entry of `errors` is of " + name;
  };
}

class Values {
 public:
  Values(TrialRun& run, EntityId id) : run_(run), id_(id), entity_(run.model.entity(id)), granted_(run.granted[id]) {}

  void try_all() {
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto id = static_cast<FieldId>(f);
      const auto& field = entity_.fields[f];
      if (field.is_unbuilt() || field.in_key || field.relation != model::kNoField || !field.is_column()) continue;
      const auto changeable = run_.changeable.find({id_, id});
      const bool creatable = granted_.caller != nullptr && granted_.caller->view->is_writable(id_, id, Verb::kCreate);
      for (const auto& boundary : boundaries_of(run_.model, field)) {
        if (creatable)
          create(id, boundary);
        else if (changeable != run_.changeable.end() && !entity_.version_required)
          change(id, boundary, changeable->second);
      }
    }
    if (granted_.caller == nullptr) return;
    for (std::size_t f = 0; f < entity_.fields.size(); ++f) {
      const auto& field = entity_.fields[f];
      const FieldId alone[] = {static_cast<FieldId>(f)};
      if (field.unique && !field.in_key) taken(alone, field.name);
      if (field.kind == model::FieldKind::kToOne) link(field);
    }
    for (const auto& index : entity_.indexes)
      if (index.unique && index.fields.size() > 1) taken(index.fields, names_of(index.fields));
  }

 private:
  /// The draft with a value in its place; none: the rules, or the type's constraints, want another.
  std::optional<DraftRow> with(FieldId id, const Boundary& boundary) {
    DraftRow draft = granted_.draft;
    if (std::ranges::find(draft.given, id) == draft.given.end()) draft.given.push_back(id);
    if (!boundary.fits) return draft;
    const auto cell = cell_of(entity_.fields[id].type, boundary.json, run_.arena);
    if (!cell) return std::nullopt;
    draft.row.cells[id] = *cell;
    if (granted_.caller->judge->create(draft.row, draft.given).kind != Kind::kGranted) return std::nullopt;
    return draft;
  }

  void create(FieldId id, const Boundary& boundary) {
    auto draft = with(id, boundary);
    if (!draft) return;
    const auto& field = entity_.fields[id];
    std::erase(draft->given, id);
    std::string body = body_of(entity_, draft->row.cells, draft->given);
    body.pop_back();
    body += (draft->given.empty() ? "\"" : ", \"") + field.name + "\": " + boundary.json + "}";
    auto post = post_of(entity_, std::move(body));
    if (!boundary.fits) return refused(id, boundary, *granted_.caller, std::move(post));
    Expected expected{{201}, "the field may hold it", {}};
    if (granted_.caller->judge->would_show(draft->row, id)) {
      post.path += "?select=" + field.name;
      post.headers.emplace_back("Prefer: return=representation");
      const Members shown{{field.name, plain_json(json_of(field.type, draft->row.cells[id]))}};
      expected.look = [shown](const Answer& answer) { return compare_rows(answer, {shown}); };
      expected.because += ", and shows it as it is";
    }
    run_.ask(entity_, told(id, boundary) + " is taken", *granted_.caller, std::move(post), expected);
  }

  void change(FieldId id, const Boundary& boundary, const GrantedField& granted) {
    const auto& field = entity_.fields[id];
    Ask patch{.method = "PATCH",
              .path = row_path(run_.model, *granted.row),
              .headers = {kRolledBack},
              .body = "{\"" + field.name + "\": " + boundary.json + "}"};
    if (!boundary.fits) return refused(id, boundary, *granted.caller, std::move(patch));
    const auto cell = cell_of(field.type, boundary.json, run_.arena);
    if (!cell) return;
    auto cells = granted.row->cells;
    cells[id] = *cell;
    const FieldId given[] = {id};
    if (granted.caller->judge->update(*granted.row, cells, given).kind != Kind::kGranted) return;
    run_.ask(entity_, told(id, boundary) + " is taken", *granted.caller, std::move(patch),
             {{204}, "the field may hold it", {}});
  }

  void refused(FieldId id, const Boundary& boundary, const TrialCaller& caller, Ask ask) {
    run_.ask(
        entity_, told(id, boundary) + " is refused", caller, std::move(ask),
        {{400}, "the field may not hold it, and the error says which it is", names_field(entity_.fields[id].name)});
  }

  std::string names_of(std::span<const FieldId> fields) const {
    std::string names;
    for (const auto id : fields)
      if (id != entity_.tenant) names.append(names.empty() ? "" : ", ").append(entity_.fields[id].name);
    return names;
  }

  std::string told(FieldId id, const Boundary& boundary) const {
    return "value of " + entity_.fields[id].name + ": " + boundary.name;
  }

  /// Another row has the values already where no two may; with its own the rules grant the new row.
  void taken(std::span<const FieldId> unique, const std::string& name) {
    const TrialCaller& caller = *granted_.caller;
    DraftRow draft = granted_.draft;
    for (const auto id : unique) {
      if (id == entity_.tenant) continue;
      if (!caller.view->is_writable(id_, id, Verb::kCreate)) return;
      if (std::ranges::find(draft.given, id) == draft.given.end()) draft.given.push_back(id);
    }
    // What else than the values themselves may keep the row out is left to the rules of those that it has.
    const bool plain = unique.size() == 1 && entity_.fields[unique[0]].relation == model::kNoField;
    for (const bool live : {true, false}) {
      const auto other = std::ranges::find_if(run_.data.rows[id_], [&](const Record& row) {
        return caller.judge->live(row) == live && caller.judge->in_tenant(row) &&
               std::ranges::none_of(unique, [&](FieldId id) { return row.cells[id].is_null(); });
      });
      if (other == run_.data.rows[id_].end() || (!live && !plain)) continue;
      for (const auto id : unique) draft.row.cells[id] = other->cells[id];
      const Ask post = post_of(entity_, body_of(entity_, draft.row.cells, draft.given));
      if (live)
        run_.ask(entity_, "value of " + name + ": what another row has is a conflict", caller, post,
                 {plain ? std::vector<int>{409} : std::vector<int>{409, caller.refused()},
                  "another row has it, and no two may",
                  {}});
      else
        run_.ask(entity_, "value of " + name + ": what only a row in the trash has is taken", caller, post,
                 {{201}, "uniques count live rows", {}});
    }
  }

  /// A relation that leads to no row, or to one that the caller may not read, which is the same.
  void link(const model::Field& relation) {
    const TrialCaller& caller = *granted_.caller;
    const auto& given = granted_.draft.given;
    const bool sent = std::ranges::all_of(relation.foreign_key,
                                          [&](FieldId key) { return std::ranges::find(given, key) != given.end(); });
    if (!sent) return;
    const auto ask = [&](const Record& target, const std::string& what) {
      auto cells = granted_.draft.row.cells;
      const auto& key = run_.model.entity(relation.target).key;
      for (std::size_t i = 0; i < key.size(); ++i) cells[relation.foreign_key[i]] = target.cells[key[i]];
      run_.ask(
          entity_, "link of " + relation.name + ": " + what, caller, post_of(entity_, body_of(entity_, cells, given)),
          {{409, caller.refused()}, "it is like a row that is not there, if the rules do not refuse it anyway", {}});
    };
    const auto& rows = run_.data.rows[relation.target];
    const auto unseen = std::ranges::find_if(rows, [&](const Record& row) { return !caller.judge->readable(row); });
    if (unseen != rows.end()) ask(*unseen, "to a row that READ does not grant is refused");
    // Of its own type it could be the key that the new row gets.
    if (const auto& spare = run_.data.spare[relation.target]; !spare.empty() && relation.target != id_)
      ask(spare.front(), "to a row that is not there is refused");
  }

  TrialRun& run_;
  const EntityId id_;
  const model::Entity& entity_;
  const GrantedRow& granted_;
};

}  // namespace

void try_values(TrialRun& run, EntityId entity) {
  const auto& of = run.model.entity(entity);
  if (of.unbuilt(Verb::kCreate) != nullptr || of.unbuilt(Verb::kUpdate) != nullptr) return;
  Values(run, entity).try_all();
}

}  // namespace bedplate::app
