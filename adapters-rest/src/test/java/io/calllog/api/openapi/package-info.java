/** The OpenAPI document and its page. */
@NullMarked
package io.calllog.api.openapi;

import org.jspecify.annotations.NullMarked;
