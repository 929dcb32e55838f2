package dev.warren.server.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;

import lombok.extern.slf4j.Slf4j;

/** Where a request comes from, as throttling sees it: of IPv6 the network of 64 bits, which one house has as a whole. */
@Slf4j
final class ClientAddress {

    private ClientAddress() {}

    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            if (InetAddress.getByName(address) instanceof Inet6Address v6) {
                return HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), 8)) + "/64";
            }
        } catch (UnknownHostException e) {
            log.debug("Not an address", e);
        }
        return address;
    }
}
