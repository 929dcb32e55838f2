/** The wire format that Warren shares with other programs. A JSON Schema lies beside each kind of message. */
@NullMarked
package dev.warren.contracts;

import org.jspecify.annotations.NullMarked;
