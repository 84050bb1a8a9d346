// Golden requests: requests/<model>/ holds schema.graphql, rows.json (rows as they are inserted) and rows.sql (what
// has no type: join tables); requests/<model>/<case>/ holds request.txt and what must come of it. A request runs on
// a fresh SQLite file and on PostgreSQL: the statements of each are compared, and both replies with one expectation.
// BEDPLATE_UPDATE_GOLDEN=1 writes what came instead; the diff is what is reviewed.
//
// request.txt: lines of comment (`# …`), `as: anonymous` or `as: {"id": …, "roles": […]}`, then a request as
// LocalExchange takes it; more of them after lines of `---`.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "golden/store_node.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"

namespace bedplate::golden {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

fs::path root() { return fs::path(BP_TEST_DATA) / "../golden/requests"; }
bool updating() { return std::getenv("BEDPLATE_UPDATE_GOLDEN") != nullptr; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

struct Asked {
  operation::Identity who;
  std::string text;
};

std::vector<std::string> texts(const json::Node& object, std::string_view name) {
  std::vector<std::string> made;
  if (const auto* list = object.find(name))
    for (const auto& item : list->children) made.emplace_back(item.text);
  return made;
}

operation::Identity identity(std::string_view text) {
  operation::Identity made;
  if (text == "anonymous") return made;
  const auto document = testing_support::must(json::Document::parse(text), "as:");
  made.authenticated = true;
  made.id = document->string("id").value_or("");
  made.tenant = document->string("tenant").value_or("");
  made.roles = texts(document.root(), "roles");
  made.scopes = texts(document.root(), "scopes");
  if (const auto* claims = document->find("claims"))
    for (const auto& claim : claims->children) {
      std::string value;
      json::append(value, claim);
      made.claims.emplace_back(claim.key, value);
    }
  return made;
}

std::vector<Asked> parse_requests(const std::string& text) {
  std::vector<Asked> made(1);
  bool head = true;
  for (const auto& line : lines_of(text)) {
    if (line == "---") {
      made.push_back({made.back().who, {}});
      head = true;
    } else if (head && (line.empty() || line.starts_with("#"))) {
      continue;
    } else if (head && line.starts_with("as: ")) {
      made.back().who = identity(line.substr(4));
    } else {
      head = false;
      made.back().text += line + "\n";
    }
  }
  for (auto& asked : made)
    while (asked.text.ends_with('\n')) asked.text.pop_back();
  return made;
}

/// JSON with a row a line: after the commas of the outermost array, or of an object's members.
std::string in_rows(std::string_view body) {
  std::string out;
  int depth = 0;
  bool quoted = false, escaped = false;
  for (const char c : body) {
    out += c;
    if (quoted) {
      quoted = escaped || c != '"';
      escaped = !escaped && c == '\\';
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (c == ',' && depth == 1) out += "\n   ";
  }
  return out;
}

std::string reply_text(const Answer& answer) {
  std::string out = "{\"status\": " + std::to_string(answer.status);
  std::string headers = answer.headers;
  for (std::size_t at = 0; at < headers.size();) {
    const auto end = headers.find("\r\n", at);
    const auto line = headers.substr(at, end - at);
    at = end + 2;
    const auto colon = line.find(": ");
    std::string value;
    json::Writer(value).string(line.substr(colon + 2));
    out += ",\n \"" + line.substr(0, colon) + "\": " + value;
  }
  if (!answer.body.empty()) out += ",\n \"body\":\n  " + in_rows(answer.body);
  return out + "}\n";
}

/// The lines that differ, each run with the number of the line expected there.
std::string difference(const std::string& expected, const std::string& found) {
  const auto was = lines_of(expected), is = lines_of(found);
  // same[i][k]: lines that was[i…] and is[k…] have in common.
  std::vector<std::vector<int>> same(was.size() + 1, std::vector<int>(is.size() + 1));
  for (std::size_t i = was.size(); i-- > 0;)
    for (std::size_t k = is.size(); k-- > 0;)
      same[i][k] = was[i] == is[k] ? same[i + 1][k + 1] + 1 : std::max(same[i + 1][k], same[i][k + 1]);
  std::string out = "\n";
  bool within = false;
  for (std::size_t i = 0, k = 0; i < was.size() || k < is.size();) {
    if (i < was.size() && k < is.size() && was[i] == is[k]) {
      within = false;
      ++i, ++k;
      continue;
    }
    if (!within) out += "line " + std::to_string(i + 1) + ":\n";
    within = true;
    const bool gone = k == is.size() || (i < was.size() && same[i + 1][k] >= same[i][k + 1]);
    out += gone ? "- " + was[i++] + "\n" : "+ " + is[k++] + "\n";
  }
  return out;
}

void compare(const fs::path& file, const std::string& found) {
  const std::string expected = read_file(file);
  if (expected == found) return;
  if (updating()) {
    std::ofstream(file, std::ios::binary) << found;
    return;
  }
  ADD_FAILURE() << file.parent_path().filename().string() << "/" << file.filename().string() << " differs "
                << difference(expected, found) << "BEDPLATE_UPDATE_GOLDEN=1 takes what was found";
}

/// The model's two databases.
class Stores {
 public:
  explicit Stores(const fs::path& folder)
      : sdl_(read_file(folder / "schema.graphql")),
        rows_(read_file(folder / "rows.json")),
        more_(lines_of(read_file(folder / "rows.sql"))) {}

  /// With nothing but the model's rows. A case that writes leaves others behind.
  StoreNode& fresh(sql::Dialect dialect, bool writes) {
    auto& node = nodes_[static_cast<std::size_t>(dialect)];
    auto& dirty = dirty_[static_cast<std::size_t>(dialect)];
    const bool fill = !node || dirty || writes;
    dirty = writes;
    if (!fill) return *node;
    if (node && dialect == sql::Dialect::kPostgres) {
      node->restart();
    } else {
      engine::Options options;
      options.explain_denials = sdl_.starts_with("# explain denials");
      node = std::make_unique<StoreNode>(sdl_, dialect, options);
    }
    if (!rows_.empty()) node->fill(rows_);
    for (const auto& statement : more_) EXPECT_EQ(node->script(statement), "ok") << statement;
    return *node;
  }

 private:
  std::string sdl_, rows_;
  std::vector<std::string> more_;
  std::unique_ptr<StoreNode> nodes_[2];
  bool dirty_[2] = {};
};

/// The statements, and the replies, of every request of a case.
std::pair<std::string, std::string> run(StoreNode& node, const std::vector<Asked>& requests) {
  std::string statements, replies;
  for (const auto& asked : requests) {
    const auto answer = node.answer(asked.text, node.principal(asked.who));
    if (requests.size() > 1) statements += "-- " + asked.text.substr(0, asked.text.find('\n')) + "\n";
    statements += node.statements();
    replies += reply_text(answer);
  }
  return {statements, replies};
}

void run_case(Stores& stores, const fs::path& folder) {
  const auto requests = parse_requests(read_file(folder / "request.txt"));
  const bool writes =
      std::any_of(requests.begin(), requests.end(), [](const Asked& asked) { return !asked.text.starts_with("GET "); });
  std::string first;
  for (const auto dialect : {sql::Dialect::kSqlite, sql::Dialect::kPostgres}) {
    const bool sqlite = dialect == sql::Dialect::kSqlite;
    const auto [statements, replies] = run(stores.fresh(dialect, writes), requests);
    compare(folder / (sqlite ? "expected.sqlite.sql" : "expected.postgres.sql"), statements);
    if (sqlite) {
      compare(folder / "expected.json", replies);
      first = replies;
    } else {
      EXPECT_EQ(replies, first) << "PostgreSQL does not answer as SQLite does: " << difference(first, replies);
    }
  }
}

std::vector<std::string> folders(const fs::path& of) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(of))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Requests : public testing::TestWithParam<std::string> {};

TEST_P(Requests, AreAnsweredAsWritten) {
  const auto folder = root() / GetParam();
  Stores stores(folder);
  const char* only = std::getenv("BEDPLATE_GOLDEN_CASE");
  for (const auto& name : folders(folder)) {
    if (only != nullptr && name.find(only) == std::string::npos) continue;
    SCOPED_TRACE(GetParam() + "/" + name);
    run_case(stores, folder / name);
  }
}

INSTANTIATE_TEST_SUITE_P(Golden, Requests, testing::ValuesIn(folders(root())), [](const auto& at) { return at.param; });

TEST(GoldenCases, AreManyAndComplete) {
  std::size_t count = 0;
  for (const auto& model : folders(root()))
    for (const auto& name : folders(root() / model)) {
      ++count;
      for (const char* file : {"request.txt", "expected.json"})
        EXPECT_TRUE(fs::exists(root() / model / name / file)) << model << "/" << name << "/" << file;
    }
  EXPECT_GE(count, 40);
}

}  // namespace
}  // namespace bedplate::golden
