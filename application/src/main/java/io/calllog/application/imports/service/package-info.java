/** The use cases of imports. */
@NullMarked
package io.calllog.application.imports.service;

import org.jspecify.annotations.NullMarked;
