/**
 * Tests over HTTP ({@link io.calllog.api.RestOnFakes}), and what they use: an HTTP client, and
 * accounts to sign in with. The tests of {@code bootstrap} use them too.
 */
@NullMarked
package io.calllog.api;

import org.jspecify.annotations.NullMarked;
