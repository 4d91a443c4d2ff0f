package dev.amserr.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.0.9",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001::1",
        "2001:db8::1",
        "3fff::1",
        "fec0::1"
      })
  void addresses_of_private_networks_and_of_this_machine_are_refused_unless_allowed(String address)
      throws UnknownHostException {
    InetAddress parsed = InetAddress.getByName(address);

    assertThat(AddressRules.PUBLIC_ONLY.permits(parsed)).isFalse();
    assertThat(AddressRules.ANY.permits(parsed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.1",
        "2606:4700::1111",
        "2a00:1450:4001::1"
      })
  void public_addresses_are_permitted(String address) throws UnknownHostException {
    assertThat(AddressRules.PUBLIC_ONLY.permits(InetAddress.getByName(address))).isTrue();
  }
}
