/** Where requests really come from, when proxies stand before the application. */
@NullMarked
package io.calllog.rest.shared.proxy;

import org.jspecify.annotations.NullMarked;
