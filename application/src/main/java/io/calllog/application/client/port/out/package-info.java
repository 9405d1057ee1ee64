/** Out-ports for clients. */
@NullMarked
package io.calllog.application.client.port.out;

import org.jspecify.annotations.NullMarked;
