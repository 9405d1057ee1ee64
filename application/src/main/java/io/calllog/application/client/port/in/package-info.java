/** In-ports for clients. */
@NullMarked
package io.calllog.application.client.port.in;

import org.jspecify.annotations.NullMarked;
