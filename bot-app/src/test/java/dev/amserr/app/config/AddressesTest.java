package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LocalHost", "127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1"})
  void only_this_machine_reaches_loopback_addresses(String host) {
    assertThat(Addresses.isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "10.0.0.1",
        "128.0.0.1",
        "example.com",
        "localhost.example.com",
        "127.0.0.1.example.com",
        "fe80::1"
      })
  void other_machines_reach_other_addresses(String host) {
    assertThat(Addresses.isLoopback(host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, localhost",
    "AMSERR.Example.com, amserr.example.com",
    "[::1], ::1",
    "::1, ::1",
    "10.0.0.1, 10.0.0.1",
    "db_1, db_1"
  })
  void hosts_are_names_or_addresses(String text, String host) {
    assertThat(Addresses.host(text)).contains(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "999.0.0.1", "a..b", "-a", "host:80", "[example.com]", "::zz"})
  void other_texts_are_no_hosts(String text) {
    assertThat(Addresses.host(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://watch.example.com, https://watch.example.com",
    "https://Watch.Example.com:443, https://watch.example.com",
    "http://localhost:3000, http://localhost:3000",
    "http://[::1]:3000, http://[::1]:3000"
  })
  void origins_are_spelled_as_browsers_do(String text, String origin) {
    assertThat(Addresses.origin(text)).contains(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "watch.example.com",
        "https://watch.example.com/",
        "https://watch.example.com/page",
        "https://watch.example.com?a",
        "https://user@watch.example.com",
        "file:///etc/passwd",
        "https://:443"
      })
  void other_texts_are_no_origins(String text) {
    assertThat(Addresses.origin(text)).isEqualTo(Optional.empty());
  }
}
