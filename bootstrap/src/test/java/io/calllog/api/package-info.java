/** Tests of the whole application over HTTP ({@link io.calllog.api.ApiTest}). */
@NullMarked
package io.calllog.api;

import org.jspecify.annotations.NullMarked;
