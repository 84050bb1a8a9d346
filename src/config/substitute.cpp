#include "base/text_cursor.hpp"
#include "config/tree.hpp"

namespace bedplate::config {
namespace {

constexpr std::size_t kMaxSecretBytes = 64 * 1024;

class Substitution {
 public:
  Substitution(const Sources& sources, std::vector<Finding>& findings) : sources_(sources), findings_(findings) {}

  // Recursion is bounded by the tree's depth.
  void visit(Yaml& node) {
    if (node.kind == Yaml::Kind::kScalar && node.text.find("${") != std::string::npos) replace(node);
    for (Yaml& child : node.children) visit(child);
  }

 private:
  void replace(Yaml& node) {
    std::string out;
    std::string_view rest = node.text;
    for (;;) {
      const auto at = rest.find("${");
      out += rest.substr(0, at);
      if (at == std::string_view::npos) break;
      if (at > 0 && rest[at - 1] == '$') {  // $${ is a plain ${
        out += '{';
        rest.remove_prefix(at + 2);
        continue;
      }
      const auto end = rest.find('}', at);
      if (end == std::string_view::npos)
        return refuse(node, "a ${ is never closed", "write ${NAME}, or $${ for a plain ${");
      if (!append(node, rest.substr(at + 2, end - at - 2), out)) return;
      rest.remove_prefix(end + 1);
    }
    node.text = std::move(out);
  }
  bool append(Yaml& node, std::string_view name, std::string& out) {
    node.from_outside = true;
    if (name.starts_with("file:")) return append_file(node, name.substr(5), out);
    const auto found = sources_.environment.find(name);
    if (found == sources_.environment.end()) {
      refuse(node, "the environment has no variable " + quoted(name),
             "export it before the start, or write ${file:path}");
      return false;
    }
    out += found->second;
    return true;
  }
  bool append_file(Yaml& node, std::string_view path, std::string& out) {
    Result<std::string> content = failure(Reason::kInvalidConfiguration, "files are not read here");
    if (sources_.read_file) content = sources_.read_file(below(sources_.directory, path));
    if (!content || content->size() > kMaxSecretBytes) {
      refuse(node, "cannot read the file " + quoted(path), "it must be readable and at most 64 KiB long");
      return false;
    }
    while (content->ends_with('\n') || content->ends_with('\r')) content->pop_back();
    out += *content;
    return true;
  }
  void refuse(Yaml& node, std::string message, std::string hint) {
    node.broken = true;
    findings_.push_back({sources_.file_name, node.at, std::move(message), std::move(hint)});
  }

  const Sources& sources_;
  std::vector<Finding>& findings_;
};

}  // namespace

void substitute(Yaml& root, const Sources& sources, std::vector<Finding>& findings) {
  Substitution(sources, findings).visit(root);
}

}  // namespace bedplate::config
