#include "sync/server/front/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <climits>
#include <new>
#include <stdexcept>

namespace rehearse::sync {
namespace {

// The front speaks one protocol; a client that asks for another one alone is served all the same and hears of
// it in words, not as an alert.
constexpr unsigned char kProtocol[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_size,
                    const unsigned char* offered, unsigned int offered_size, void*) {
  unsigned char* found = nullptr;
  const int result =
      SSL_select_next_proto(&found, chosen_size, kProtocol, sizeof kProtocol, offered, offered_size);
  *chosen = found;
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

[[noreturn]] void fail(const std::string& what) {
  std::array<char, 256> words{};
  ERR_error_string_n(ERR_get_error(), words.data(), words.size());
  ERR_clear_error();
  throw std::runtime_error(what + " (" + words.data() + ")");
}

}  // namespace

void TlsIdentity::Free::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }
void TlsSession::Free::operator()(ssl_st* session) const { SSL_free(session); }

TlsIdentity::TlsIdentity(const TlsFiles& files) : context_(SSL_CTX_new(TLS_server_method())) {
  SSL_CTX* context = context_.get();
  if (context == nullptr) throw std::bad_alloc();
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context,
                      SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  // Tickets carry what a session needs: nothing is kept here for a client that may come back.
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
  if (SSL_CTX_use_certificate_chain_file(context, files.certificate.c_str()) != 1)
    fail("no certificate could be read from " + files.certificate);
  if (SSL_CTX_use_PrivateKey_file(context, files.key.c_str(), SSL_FILETYPE_PEM) != 1)
    fail("no key that fits the certificate could be read from " + files.key);
  if (SSL_CTX_check_private_key(context) != 1)
    fail("the key in " + files.key + " does not belong to the certificate in " + files.certificate);
}

TlsSession::TlsSession(const TlsIdentity& identity) : session_(SSL_new(identity.context_.get())) {
  BIO* in = BIO_new(BIO_s_mem());
  BIO* out = BIO_new(BIO_s_mem());
  if (session_ == nullptr || in == nullptr || out == nullptr) throw std::bad_alloc();
  SSL_set_bio(session_.get(), in, out);
  SSL_set_accept_state(session_.get());
}

TlsSession::Outcome TlsSession::receive(std::string_view cipher, std::string& plain) {
  if (!cipher.empty())
    BIO_write(SSL_get_rbio(session_.get()), cipher.data(), static_cast<int>(cipher.size()));
  std::array<char, 16 * 1024> piece;
  Outcome outcome = Outcome::kOpen;
  for (;;) {
    ERR_clear_error();
    const int size = SSL_read(session_.get(), piece.data(), static_cast<int>(piece.size()));
    if (size > 0) {
      plain.append(piece.data(), static_cast<std::size_t>(size));
      continue;
    }
    const int error = SSL_get_error(session_.get(), size);
    if (error == SSL_ERROR_ZERO_RETURN) outcome = Outcome::kFinished;
    if (error != SSL_ERROR_ZERO_RETURN && error != SSL_ERROR_WANT_READ) outcome = Outcome::kFailed;
    break;
  }
  ERR_clear_error();
  collect();
  return outcome;
}

void TlsSession::send(std::string_view plain) {
  // A memory BIO takes all that is written.
  while (!plain.empty()) {
    const std::string_view piece = plain.substr(0, INT_MAX);
    if (SSL_write(session_.get(), piece.data(), static_cast<int>(piece.size())) <= 0) break;
    plain.remove_prefix(piece.size());
  }
  ERR_clear_error();
  collect();
}

void TlsSession::finish() {
  SSL_shutdown(session_.get());
  ERR_clear_error();
  collect();
}

void TlsSession::collect() {
  BIO* out = SSL_get_wbio(session_.get());
  const std::size_t waiting = BIO_ctrl_pending(out);
  if (waiting == 0) return;
  const std::size_t before = outgoing_.size();
  outgoing_.resize(before + waiting);
  BIO_read(out, outgoing_.data() + before, static_cast<int>(waiting));
}

}  // namespace rehearse::sync
