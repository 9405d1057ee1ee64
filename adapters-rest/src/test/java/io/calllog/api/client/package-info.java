/** The HTTP API of clients. */
@NullMarked
package io.calllog.api.client;

import org.jspecify.annotations.NullMarked;
