#include "http/head_writer.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace bedplate::http {
namespace {

constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

void append_number(std::size_t number, std::string& out) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

}  // namespace

void HeadWriter::begin_second(std::int64_t unix_seconds) {
  using namespace std::chrono;
  second_ = unix_seconds;
  const sys_seconds time{seconds(unix_seconds)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  date_ = fmt::format("Date: {}, {:02} {} {:04} {:02}:{:02}:{:02} GMT\r\n", kDays[weekday(day).c_encoding()],
                      unsigned(date.day()), kMonths[unsigned(date.month()) - 1], int(date.year()),
                      clock.hours().count(), clock.minutes().count(), clock.seconds().count());
  ok_ = "HTTP/1.1 200 OK\r\n" + date_;
}

std::string_view HeadWriter::date(std::int64_t unix_seconds) {
  if (unix_seconds != second_) begin_second(unix_seconds);
  constexpr std::size_t kName = std::string_view("Date: ").size();
  return std::string_view(date_).substr(kName, date_.size() - kName - 2);
}

void HeadWriter::append(const Reply& reply, Kind kind, std::int64_t unix_seconds, std::string& out) {
  if (unix_seconds != second_) begin_second(unix_seconds);
  if (reply.status == 200) {
    out.append(ok_);
  } else {
    out.append("HTTP/1.1 ");
    append_number(static_cast<std::size_t>(reply.status), out);
    out.append(" ").append(reason_phrase(reply.status)).append("\r\n").append(date_);
  }
  if (reply.status != 204 && reply.status != 304) {
    if (!reply.content_type.empty()) out.append("Content-Type: ").append(reply.content_type).append("\r\n");
    // Of a HEAD only the length that GET would have may be said, which a handler that wrote no body does not know.
    if (kind.streamed) {
      if (!kind.http10) out.append("Transfer-Encoding: chunked\r\n");
    } else if (!kind.head || !reply.body.empty()) {
      out.append("Content-Length: ");
      append_number(reply.body.size(), out);
      out.append("\r\n");
    }
  }
  out.append(reply.headers()).append(reply.standing_headers());
  if (!kind.keep_alive) {
    out.append("Connection: close\r\n");
  } else if (kind.http10) {
    out.append("Connection: keep-alive\r\n");
  }
  out.append("\r\n");
}

}  // namespace bedplate::http
