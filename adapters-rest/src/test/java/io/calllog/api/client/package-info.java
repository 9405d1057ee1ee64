/** Clients, over HTTP. */
@NullMarked
package io.calllog.api.client;

import org.jspecify.annotations.NullMarked;
