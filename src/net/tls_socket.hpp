#pragma once
// How OpenSSL reads and writes the socket of a TlsSession: plain recv and send that never raise SIGPIPE, and a note of
// what the socket did not take.
struct bio_method_st;

namespace bedplate::net {

/// To be freed with BIO_meth_free; null without memory.
bio_method_st* make_tls_socket();

}  // namespace bedplate::net
