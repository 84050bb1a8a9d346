#include "rest/records.hpp"

#include <algorithm>

namespace bedplate::rest {

void RecordReader::add(std::string_view bytes) {
  buffer_.erase(0, begin_);
  at_ -= begin_;
  begin_ = 0;
  buffer_.append(bytes);
}

/// Moves to the end of the line that is begun; false: it has not come.
bool RecordReader::find_end() {
  if (form_ == Form::kNdjson) {
    at_ = std::min(buffer_.find('\n', at_), buffer_.size());
    return at_ < buffer_.size();
  }
  for (; at_ < buffer_.size(); ++at_) {
    const char c = buffer_[at_];
    if (state_ == State::kQuoted) {
      if (c == '"') state_ = State::kQuoteSeen;
      continue;
    }
    if (c == '\n') return true;
    if (c == ',') {
      state_ = State::kFieldStart;
    } else if (c == '"' && state_ != State::kPlain) {
      state_ = State::kQuoted;  // it opens a field, or the one before it was doubled
    } else {
      state_ = State::kPlain;
    }
  }
  return false;
}

std::optional<Record> RecordReader::next() {
  while (true) {
    if (!find_end() && (!ended_ || begin_ == buffer_.size())) return std::nullopt;
    const auto text = std::string_view(buffer_).substr(begin_, at_ - begin_);
    const Record record{line_, text};
    line_ += static_cast<std::uint64_t>(std::ranges::count(text, '\n')) + 1;
    at_ = std::min(at_ + 1, buffer_.size());
    begin_ = at_;
    state_ = State::kFieldStart;
    if (text.find_first_not_of(" \t\r") != std::string_view::npos) return record;
  }
}

}  // namespace bedplate::rest
