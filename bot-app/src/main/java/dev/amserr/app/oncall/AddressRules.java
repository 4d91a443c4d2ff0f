package dev.amserr.app.oncall;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses a calendar may be fetched from: only those of the public internet, so that nobody
 * who can edit a roster reads what only this machine can reach.
 */
enum AddressRules {
  /** Public addresses only. */
  PUBLIC_ONLY,
  /** Private and loopback addresses too. */
  ANY;

  boolean permits(InetAddress address) {
    return this == ANY || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  /** What IANA's special-purpose registry for IPv4 keeps from the public, beyond the above. */
  private static boolean isPublicV4(byte[] bytes) {
    int a = bytes[0] & 0xFF;
    int b = bytes[1] & 0xFF;
    int c = bytes[2] & 0xFF;
    boolean shared = a == 100 && b >= 64 && b < 128;
    boolean protocol = a == 192 && b == 0 && (c == 0 || c == 2);
    boolean benchmark = a == 198 && (b == 18 || b == 19);
    boolean documentation = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
    return a != 0 && a < 240 && !shared && !protocol && !benchmark && !documentation;
  }

  /** Only global unicast, without the ranges that carry an IPv4 address or document something. */
  private static boolean isPublicV6(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    int second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    boolean globalUnicast = (first & 0xE000) == 0x2000;
    boolean sixToFour = first == 0x2002;
    boolean teredoOrProtocol = first == 0x2001 && second < 0x0200;
    boolean documentation = (first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF);
    return globalUnicast && !sixToFour && !teredoOrProtocol && !documentation;
  }
}
