#include "net/tls_socket.hpp"

#include <cerrno>
#include <openssl/bio.h>
#include <sys/socket.h>

#include "net/tls_session.hpp"

namespace bedplate::net {

/// BIO's callbacks; the BIO's data is its TlsSession.
struct TlsSocket {
  static TlsSession& session(BIO* bio) { return *static_cast<TlsSession*>(BIO_get_data(bio)); }

  static int read(BIO* bio, char* into, int size) {
    BIO_clear_retry_flags(bio);
    auto& mine = session(bio);
    const auto count = ::recv(mine.descriptor_, into, static_cast<std::size_t>(size), 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) BIO_set_retry_read(bio);
    mine.ended_ = count == 0;
    return static_cast<int>(count);
  }
  static int write(BIO* bio, const char* from, int size) {
    BIO_clear_retry_flags(bio);
    auto& mine = session(bio);
    const auto count = ::send(mine.descriptor_, from, static_cast<std::size_t>(size), MSG_NOSIGNAL);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) BIO_set_retry_write(bio);
    mine.stuck_ = count != size;
    return static_cast<int>(count);
  }
  static long control(BIO* bio, int command, long, void*) {
    if (command == BIO_CTRL_FLUSH) return 1;
    return command == BIO_CTRL_EOF && session(bio).ended_ ? 1 : 0;
  }
};

bio_method_st* make_tls_socket() {
  BIO_METHOD* made = BIO_meth_new(BIO_TYPE_SOURCE_SINK | BIO_get_new_index(), "socket");
  if (made == nullptr) return nullptr;
  BIO_meth_set_read(made, TlsSocket::read);
  BIO_meth_set_write(made, TlsSocket::write);
  BIO_meth_set_ctrl(made, TlsSocket::control);
  return made;
}

}  // namespace bedplate::net
