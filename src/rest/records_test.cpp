#include "rest/records.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace bedplate::rest {
namespace {

using Form = RecordReader::Form;

/// The lines as `number:text`, whatever the parts are that they come in.
std::vector<std::string> lines_of(Form form, std::string_view text, std::size_t part) {
  RecordReader reader(form);
  std::vector<std::string> made;
  const auto take = [&] {
    while (const auto record = reader.next())
      made.push_back(std::to_string(record->line) + ":" + std::string(record->text));
  };
  for (; !text.empty(); text.remove_prefix(std::min(part, text.size()))) {
    reader.add(text.substr(0, part));
    take();
  }
  reader.end();
  take();
  EXPECT_EQ(reader.pending(), 0u);
  return made;
}

using Lines = std::vector<std::string>;

TEST(Records, AreLinesInWhateverParts) {
  for (std::size_t part = 1; part < 12; ++part) {
    EXPECT_EQ(lines_of(Form::kNdjson, "{}\n\n \t\r\n{\"a\":\"\\\"\"}\r\nlast", part),
              (Lines{"1:{}", "4:{\"a\":\"\\\"\"}\r", "5:last"}));
    EXPECT_EQ(lines_of(Form::kCsv, "a,b\n1,\"x\ny\"\n\n2,\"\"\"\n\"\"\",3\r\n4,5\n", part),
              (Lines{"1:a,b", "2:1,\"x\ny\"", "5:2,\"\"\"\n\"\"\",3\r", "7:4,5"}));
    // A quote within a field opens nothing: the line is wrong alone, not those behind it.
    EXPECT_EQ(lines_of(Form::kCsv, "a\nit\"s\nb\n", part), (Lines{"1:a", "2:it\"s", "3:b"}));
    EXPECT_EQ(lines_of(Form::kCsv, "a\n\"never closed\nb\n", part), (Lines{"1:a", "2:\"never closed\nb\n"}));
  }
  EXPECT_TRUE(lines_of(Form::kNdjson, "", 1).empty());
}

TEST(Records, WhatIsTakenIsNotKept) {
  RecordReader reader(Form::kNdjson);
  for (int i = 0; i < 1000; ++i) {
    reader.add("{\"some\": \"row\"}\n{\"half\"");
    while (reader.next()) {
    }
    EXPECT_EQ(reader.pending(), 7u);
    reader.add(": 1}\n");
    EXPECT_TRUE(reader.next());
    EXPECT_FALSE(reader.next());
    EXPECT_EQ(reader.pending(), 0u);
  }
  EXPECT_EQ(reader.line(), 2001u);
}

}  // namespace
}  // namespace bedplate::rest
