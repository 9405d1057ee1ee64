/** The HTTP API of clients. */
@NullMarked
package io.calllog.rest.client;

import org.jspecify.annotations.NullMarked;
